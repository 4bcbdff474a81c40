import { type EvidenceFacts, refuseInAgreements } from '@mreza/contracts-agreements'
import type { Instant } from '@mreza/contracts-kernel'
import { isEnough } from './evidence.ts'
import type { Clause, Term } from './obligation.ts'
import { ms } from './obligation.ts'
import { stateOf } from './standing.ts'

const mustRun = (term: Term, now: Instant): void => {
  if (term.waivedAt !== null) throw refuseInAgreements('term-is-waived')
  if (ms(term.startsAt) > ms(now)) throw refuseInAgreements('term-not-begun')
}

/** What follows from a piece of evidence (AG44): since when the term is kept, or `null` while it is not. */
export const decideEvidence = (clause: Clause, term: Term, evidence: EvidenceFacts, now: Instant): { keptAt: Instant | null } => {
  mustRun(term, now)
  if (clause.observes != null && evidence.kind !== 'observed') throw refuseInAgreements('mreza-counts-this', { field: 'evidence' })
  if (evidence.kind === 'document' && evidence.on > now.slice(0, 10))
    throw refuseInAgreements('decision-in-the-future', { field: 'evidence.on' })
  if (!isEnough(clause, [...term.evidence, evidence])) return { keptAt: clause.promised == null ? term.keptAt : null }
  return { keptAt: term.keptAt ?? now }
}

/** Somebody says that what was reported is not so (AG45): only of what counts as kept. */
export const decideDispute = (term: Term, now: Instant): void => {
  mustRun(term, now)
  if (stateOf(term, now) !== 'kept') throw refuseInAgreements('nothing-to-dispute')
}

/** Settles a dispute (AG45): kept as before, or not kept at all. */
export const decideSettlement = (term: Term, outcome: 'kept' | 'not-kept', now: Instant): { keptAt: Instant | null } => {
  if (stateOf(term, now) !== 'disputed') throw refuseInAgreements('nothing-to-settle')
  return { keptAt: outcome === 'kept' ? term.keptAt : null }
}

/** Lets a term go (AG46): not what was kept already. */
export const decideWaiver = (term: Term, now: Instant): void => {
  mustRun(term, now)
  if (stateOf(term, now) === 'kept') throw refuseInAgreements('already-kept')
}
