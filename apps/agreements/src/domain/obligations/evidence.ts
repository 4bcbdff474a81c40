import type { EvidenceFacts } from '@mreza/contracts-agreements'
import type { Clause } from './obligation.ts'

const documentsOf = (evidence: readonly EvidenceFacts[]) => evidence.filter(({ kind }) => kind === 'document').length
const lastFigure = (evidence: readonly EvidenceFacts[]) => evidence.findLast((one) => one.kind === 'figure')
const lastSeen = (evidence: readonly EvidenceFacts[]) => evidence.findLast((one) => one.kind === 'observed')

const timesOf = ({ due }: Clause): number => ('recurring' in due ? due.recurring.times : 1)

/**
 * Whether this evidence keeps a term (AG44). Where a number was promised, only a figure that reaches it; where Mreža itself sees it, what was
 * seen, all of it in time, and nothing else; otherwise as many documents or figures as the clause asks for in a period.
 */
export const isEnough = (clause: Clause, evidence: readonly EvidenceFacts[]): boolean => {
  if (clause.observes != null) {
    const seen = lastSeen(evidence)
    return seen !== undefined && seen.met === seen.of
  }
  const figure = lastFigure(evidence)
  if (clause.promised != null) return figure !== undefined && figure.value >= clause.promised.amount
  return documentsOf(evidence) + evidence.filter(({ kind }) => kind === 'figure').length >= timesOf(clause)
}

/** The last number that was reported or seen, and of how many; `null` where there is none. */
export const latestFigure = (clause: Clause, evidence: readonly EvidenceFacts[]): { value: number; of: number | null } | null => {
  const seen = lastSeen(evidence)
  if (seen !== undefined) return { value: seen.met, of: seen.of }
  const figure = lastFigure(evidence)
  return figure === undefined ? null : { value: figure.value, of: clause.promised?.amount ?? null }
}
