import type { AgreementState, AgreementSummary } from '@mreza/contracts-agreements'
import { type MarkState, StateMark, useFormats, useTexts } from '@mreza/ui'

type Over = 'ended' | 'lapsed'
const isOver = (state: AgreementState): state is Over => state === 'ended' || state === 'lapsed'

const marks: Readonly<Record<Exclude<AgreementState, Over>, MarkState>> = {
  draft: 'ready',
  negotiation: 'ready',
  ready: 'ready',
  sent: 'partly',
  'in-force': 'yes',
  'under-review': 'yes',
  suspended: 'no',
}

/** How far an agreement has come, as a mark with its word; what has ended has no mark. */
export const AgreementStateMark = ({ state }: { state: AgreementState }) => {
  const t = useTexts('protocols')
  if (isOver(state)) return <span className="second">{t(`state.${state}`)}</span>
  return <StateMark state={marks[state]}>{t(`state.${state}`)}</StateMark>
}

/** Since when an agreement has stood as it stands, in words. */
export const useStandsSince = () => {
  const t = useTexts('protocols')
  const formats = useFormats()
  return ({ state, draftedAt, sentAt, inForceAt, suspendedAt, endedAt, lapsedAt }: AgreementSummary): string => {
    const moments: Readonly<Record<AgreementState, string | null>> = {
      draft: draftedAt,
      negotiation: draftedAt,
      ready: draftedAt,
      sent: sentAt,
      'in-force': inForceAt,
      'under-review': inForceAt,
      suspended: suspendedAt,
      ended: endedAt,
      lapsed: lapsedAt,
    }
    const at = moments[state]
    return at === null ? '' : t(`since.${state}`, { date: formats.dateAfterPreposition(at) })
  }
}
