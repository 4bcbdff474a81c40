import { canInAgreements, type ObligationDetail, type ObligationState, type ObligationTerm } from '@mreza/contracts-agreements'
import type { Subject } from '@mreza/contracts-kernel'

/** What one may do with a term of an obligation. */
export type TermAct = 'report' | 'settle' | 'dispute' | 'waive'
type Owed = Pick<ObligationDetail, 'networkId' | 'institutionId' | 'observes'>

const over: readonly ObligationState[] = ['kept', 'waived']

/** What the reader may do with a term as it stands (AG44-AG46), the most wanted first. */
export const actsOf = (obligation: Owed, { state }: Pick<ObligationTerm, 'state'>, subject: Subject): readonly TermAct[] => {
  const owed = { networkId: obligation.networkId, institutionId: obligation.institutionId }
  const acts: TermAct[] = []
  if (obligation.observes === null && state !== 'waived' && canInAgreements(subject, 'obligation.report', owed)) acts.push('report')
  const settles = canInAgreements(subject, 'obligation.settle', owed)
  if (state === 'disputed' && settles) acts.push('settle')
  if (state === 'kept' && canInAgreements(subject, 'obligation.dispute', owed)) acts.push('dispute')
  if (!over.includes(state) && settles) acts.push('waive')
  return acts
}
