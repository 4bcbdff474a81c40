import { dueAt } from '@mreza/calendar'
import type { Instant } from '@mreza/contracts-kernel'
import type { Clause } from './obligation.ts'

/** The days of one term. */
export interface Period {
  readonly number: number
  readonly startsAt: Instant
  readonly dueAt: Instant
}

/** The end of so many periods after a moment; counted from the beginning each time, so that months of unequal length do not drift. */
const after = (begins: Instant, clause: Clause, periods: number): Instant => {
  if ('once' in clause.due) return dueAt(begins, clause.due.once)
  const { amount, unit } = clause.due.recurring.every
  return periods === 0 ? begins : dueAt(begins, { amount: amount * periods, unit })
}

/**
 * The term of this number of an obligation that began at a moment (AG40): an obligation that is owed once has one, another
 * has one after the other without a gap. `null` when there is no such term.
 */
export const periodOf = (clause: Clause, begins: Instant, number: number): Period | null => {
  if ('once' in clause.due) return number === 1 ? { number, startsAt: begins, dueAt: after(begins, clause, 1) } : null
  return { number, startsAt: after(begins, clause, number - 1), dueAt: after(begins, clause, number) }
}
