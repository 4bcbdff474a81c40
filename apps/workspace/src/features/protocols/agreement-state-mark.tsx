import type { AgreementState, AgreementSummary } from '@mreza/contracts-agreements'
import { type MarkState, StateMark, useFormats, useTexts } from '@mreza/ui'

const marks: Readonly<Record<Exclude<AgreementState, 'ended'>, MarkState>> = { draft: 'ready', sent: 'partly', 'in-force': 'yes' }

/** How far an agreement has come, as a mark with its word; what has ended has no mark. */
export const AgreementStateMark = ({ state }: { state: AgreementState }) => {
  const t = useTexts('protocols')
  if (state === 'ended') return <span className="second">{t('state.ended')}</span>
  return <StateMark state={marks[state]}>{t(`state.${state}`)}</StateMark>
}

/** Since when an agreement has stood as it stands, in words. */
export const useStandsSince = () => {
  const t = useTexts('protocols')
  const formats = useFormats()
  return ({ state, draftedAt, sentAt, inForceAt, endedAt }: AgreementSummary): string => {
    const at = { draft: draftedAt, sent: sentAt, 'in-force': inForceAt, ended: endedAt }[state]
    return at === null ? '' : t(`since.${state}`, { date: formats.dateAfterPreposition(at) })
  }
}
