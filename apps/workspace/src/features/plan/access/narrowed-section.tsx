import type { InstitutionId } from '@mreza/contracts-kernel'
import { NarrowedRight } from '@mreza/contracts-plans'
import { BareFields, HangingSection, RefusalNote, Select, useTexts } from '@mreza/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { usePlan } from '../plan-context.ts'
import styles from './access.module.css'

type Right = NarrowedRight['right']
const rights = NarrowedRight.shape.right.options

const useNarrowing = () => {
  const { plans } = useApi()
  const queryClient = useQueryClient()
  return useMutation(
    plans.narrowRight.mutationOptions({
      onSuccess: (narrowed, { planId }) => queryClient.setQueryData(plans.listNarrowedRights.queryOptions({ planId }).queryKey, narrowed),
    }),
  )
}

const InstitutionRow = ({ id, right }: { id: InstitutionId; right: Right }) => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  const { subject } = useMe()
  const narrowing = useNarrowing()
  const mayChange = plan.leads && id !== subject.institutionId
  return (
    <li>
      <InstitutionChip id={id} named />
      {mayChange ? (
        <BareFields>
          <Select
            label={t('narrowed.right')}
            value={right}
            options={rights.map((value) => ({ value, label: t(`narrowed.${value}`) }))}
            onChange={(next) => narrowing.mutate({ planId: plan.planId, institutionId: id, right: next })}
          />
        </BareFields>
      ) : (
        <span className="second">{t(`narrowed.${right}`)}</span>
      )}
      <RefusalNote refusal={refusalIfAny(narrowing.error)} />
    </li>
  )
}

/** How far each institution may go in this plan: writing as its sections give it, or narrowed by who leads to comments or reading (PL16). */
export const NarrowedSection = () => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  const { data = [] } = useQuery(useApi().plans.listNarrowedRights.queryOptions({ planId: plan.planId }))
  const holders = plan.rooms.find(({ room }) => room === 'core')?.holders ?? []
  const rightOf = (id: InstitutionId): Right => data.find(({ institutionId }) => institutionId === id)?.right ?? 'write'
  return (
    <HangingSection title={t('narrowed')} summary={t('narrowed.what')}>
      <ul className={styles.rows}>
        {holders.map((id) => (
          <InstitutionRow key={id} id={id} right={rightOf(id)} />
        ))}
      </ul>
    </HangingSection>
  )
}
