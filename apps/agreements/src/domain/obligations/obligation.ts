import type { Dispute, EvidenceFacts, ObligationTemplate } from '@mreza/contracts-agreements'
import type { Instant } from '@mreza/contracts-kernel'

/** What of an obligation's clause decides when it falls due and what keeps it. */
export type Clause = Pick<ObligationTemplate, 'due' | 'promised' | 'observes'>

/** A term as its rules see it: its days, and what happened in it. How it stands follows from these and the time. */
export interface Term {
  readonly number: number
  readonly startsAt: Instant
  readonly dueAt: Instant
  readonly keptAt: Instant | null
  readonly waivedAt: Instant | null
  /** The last dispute; `null` where there was none. */
  readonly dispute: Pick<Dispute, 'settled'> | null
  readonly evidence: readonly EvidenceFacts[]
}

/** Milliseconds since the epoch. */
export const ms = (instant: Instant): number => Date.parse(instant)
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString()
export const day = 86_400_000
