import { type PlanGap, PlanRoom } from '@mreza/contracts-plans'
import { textForCode } from '@mreza/i18n'
import {
  EmptyState,
  HangingSection,
  Page,
  PageHead,
  QuietLoading,
  RefusalNote,
  StateMark,
  useFormats,
  useLanguage,
  useTexts,
} from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { contentOf } from '../document/use-content.ts'
import { useApprovedVersion } from '../history/use-versions.ts'
import { usePlan } from '../plan-context.ts'
import { PlanHead } from '../plan-head.tsx'
import styles from './approval.module.css'
import { ApproveButton } from './approve-button.tsx'

interface Missing {
  readonly room: PlanRoom
  readonly gap: PlanGap
}

const useConcern = () => {
  const t = useTexts('plan')
  const { rooms } = usePlan()
  return ({ room, gap }: Missing): string => {
    if (gap.area !== null && gap.goalId === null) return t(`area.${gap.area}`)
    const live = rooms.get(room)
    const goal = live === undefined ? undefined : contentOf(live).goals.find(({ id }) => id === gap.goalId)
    return goal?.activities.find(({ id }) => id === gap.activityId)?.what || goal?.outcome || ''
  }
}

const Gap = ({ missing }: { missing: Missing }) => {
  const t = useTexts('plan')
  const concern = useConcern()(missing)
  return (
    <li>
      {t(`gap.${missing.gap.kind}`)} {concern !== '' && <span className="second">{concern}</span>}
    </li>
  )
}

/** What is missing, under the rule that asks for it. */
const Gaps = ({ gaps }: { gaps: readonly Missing[] }) => {
  const language = useLanguage()
  const byRule = Map.groupBy(gaps, ({ gap }) => gap.rule)
  return [...byRule].map(([rule, asked]) => (
    <div key={rule} className={styles.byRule}>
      {rule !== null && <p className="label">{textForCode(language, 'plan', `rule.${rule}`)}</p>}
      <ul className={styles.gaps}>
        {asked.map((missing, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be missing twice, and a gap has no name of its own
          <Gap key={at} missing={missing} />
        ))}
      </ul>
    </div>
  ))
}

const InRooms = ({ gaps }: { gaps: readonly Missing[] }) => {
  const t = useTexts('plan')
  const binding = gaps.filter(({ gap }) => gap.binding)
  return PlanRoom.options
    .filter((room) => binding.some((missing) => missing.room === room))
    .map((room) => (
      <HangingSection key={room} title={t(`room.${room}`)} summary={t('missing.binding')}>
        <Gaps gaps={binding.filter((missing) => missing.room === room)} />
      </HangingSection>
    ))
}

const Closed = ({ rooms }: { rooms: readonly PlanRoom[] }) => {
  const t = useTexts('plan')
  const formats = useFormats()
  if (rooms.length === 0) return null
  return (
    <HangingSection title={t('approval.closed')}>
      <p>{t('approval.closed.what', { rooms: formats.list(rooms.map((room) => t(`room.${room}`))) })}</p>
    </HangingSection>
  )
}

const ForLead = () => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  const { data, error } = useQuery(useApi().plans.checkApproval.queryOptions({ planId: plan.planId }, { staleTime: 0 }))
  if (data === undefined) return error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />
  const ready = data.gaps.every(({ gap }) => !gap.binding) && data.closedIncomplete.length === 0
  const advised = data.gaps.filter(({ gap }) => !gap.binding)
  return (
    <>
      <HangingSection title={t('approval.now')}>
        <StateMark state={ready ? 'yes' : 'ready'}>{t(ready ? 'approval.ready' : 'approval.notReady')}</StateMark>
        <p className={`second ${styles.what}`}>{t('approval.means')}</p>
        <ApproveButton isReady={ready} />
      </HangingSection>
      <InRooms gaps={data.gaps} />
      <Closed rooms={data.closedIncomplete} />
      {advised.length > 0 && (
        <HangingSection title={t('missing.advised')} summary={t('missing.advised.what')}>
          <Gaps gaps={advised} />
        </HangingSection>
      )}
    </>
  )
}

const InForce = () => {
  const t = useTexts('plan')
  const formats = useFormats()
  const { plan } = usePlan()
  const approved = useApprovedVersion()
  if (approved === undefined) return null
  return (
    <HangingSection title={t('approval.last')}>
      <p>
        <Link to="/cases/$caseId/plan/versions/$versionId" params={{ caseId: plan.caseId, versionId: approved.id }}>
          {t('standing.approved', { number: approved.number ?? 0, date: formats.date(approved.at) })}
        </Link>
      </p>
      <p className="second">{t('approval.signed', { part: approved.signOffs.length, whole: approved.asked.length })}</p>
    </HangingSection>
  )
}

/** What stands between the plan and its approval, and for who leads it the approval itself (PL19). */
export const ApprovalPage = () => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  return (
    <>
      <PlanHead />
      <Page>
        <PageHead
          title={t('approval.title')}
          second={
            <Link to="/cases/$caseId/plan" params={{ caseId: plan.caseId }}>
              {t('approval.toDocument')}
            </Link>
          }
        />
        <InForce />
        {plan.leads ? <ForLead /> : <EmptyState title={t('approval.notLead')}>{t('approval.notLead.why')}</EmptyState>}
      </Page>
    </>
  )
}
