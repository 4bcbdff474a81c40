import { canInAgreements, type ObligationDetail } from '@mreza/contracts-agreements'
import type { PersonId } from '@mreza/contracts-kernel'
import { RefusalNote, Select, useTexts } from '@mreza/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useLifeChange } from '../life/use-life-change.ts'
import type { NameOf } from './term-section.tsx'

const nobody = 'nobody'

const Naming = ({ obligation }: { obligation: ObligationDetail }) => {
  const t = useTexts('obligations')
  const { agreements, directory } = useApi()
  const spoken = useNameOf()
  const { data: people = [] } = useQuery(directory.listPeople.queryOptions({ institutionIds: [obligation.institutionId] }))
  const naming = useMutation(agreements.nameResponsible.mutationOptions(useLifeChange(() => undefined)))
  const name = (id: string) => naming.mutate({ obligationId: obligation.id, responsibleId: id === nobody ? null : (id as PersonId) })
  const options = [
    { value: nobody, label: t('responsible.none') },
    ...people.map(({ id, displayName }) => ({ value: id as string, label: spoken(displayName) })),
  ]
  return (
    <>
      <Select
        label={t('responsible')}
        value={obligation.responsibleId ?? nobody}
        onChange={name}
        options={options}
        isDisabled={naming.isPending}
      />
      <RefusalNote refusal={refusalIfAny(naming.error)} />
    </>
  )
}

/** Who sees to it in the institution that owes it; its head or the coordinator names one (AG42). */
export const Responsible = ({ obligation, nameOf }: { obligation: ObligationDetail; nameOf: NameOf }) => {
  const t = useTexts('obligations')
  const { networkId, institutionId, responsibleId } = obligation
  if (canInAgreements(useMe().subject, 'obligation.name-responsible', { networkId, institutionId }))
    return <Naming obligation={obligation} />
  const name = responsibleId === null ? t('responsible.none') : nameOf(responsibleId)
  return (
    <p>
      <span className="label">{t('responsible')}</span> {name}
    </p>
  )
}
