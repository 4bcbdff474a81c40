import type { ObligationState, Rung } from '@mreza/contracts-agreements'
import type { Instant } from '@mreza/contracts-kernel'
import { day, instantOf, ms, type Term } from './obligation.ts'

/** How long before its day a term is called due, at the most; never before its half is over. */
const warning = 14 * day
/** After how many days past its day the next rung hears of it (AG43), and after how many it counts as broken. */
const climbs = { coordinator: 7, 'steering-group': 30, broken: 60 } as const

type Times = Pick<Term, 'startsAt' | 'dueAt'>

const warnsAt = ({ startsAt, dueAt }: Times): number => ms(dueAt) - Math.min(warning, (ms(dueAt) - ms(startsAt)) / 2)
const daysAfter = ({ dueAt }: Times, days: number): number => ms(dueAt) + days * day

/** When each rung of the ladder is reminded of a term that is not kept (AG43). */
export const rungsOf = (term: Times): readonly { readonly rung: Rung; readonly at: Instant }[] => [
  { rung: 'owner', at: instantOf(warnsAt(term)) },
  { rung: 'head', at: term.dueAt },
  { rung: 'coordinator', at: instantOf(daysAfter(term, climbs.coordinator)) },
  { rung: 'steering-group', at: instantOf(daysAfter(term, climbs['steering-group'])) },
]

/** When a term that is never kept counts as broken (AG41). */
export const brokenFrom = (term: Times): Instant => instantOf(daysAfter(term, climbs.broken))

const isDisputed = ({ dispute }: Term): boolean => dispute !== null && dispute.settled === null

/** How a term stands at a moment (AG41). */
export const stateOf = (term: Term, now: Instant): ObligationState => {
  if (term.waivedAt !== null) return 'waived'
  if (isDisputed(term)) return 'disputed'
  if (term.keptAt !== null) return 'kept'
  const at = ms(now)
  if (at >= ms(brokenFrom(term))) return 'broken'
  if (at >= ms(term.dueAt)) return 'late'
  return at >= warnsAt(term) ? 'due' : 'not-due'
}

/** Whether time alone still changes how a term stands: what is kept, waived or disputed waits for people. */
export const isOpen = (term: Term): boolean => term.keptAt === null && term.waivedAt === null && !isDisputed(term)

/** The next moment after `now` at which a term must be looked at again; `null` when time changes nothing more in it. */
export const nextLook = (term: Term, now: Instant): Instant | null => {
  const moments = isOpen(term) ? [...rungsOf(term).map(({ at }) => at), brokenFrom(term)] : [term.dueAt]
  return moments.filter((at) => ms(at) > ms(now)).sort((a, b) => ms(a) - ms(b))[0] ?? null
}

/** The rungs that were reached and have not been reminded (AG43); after an outage the highest alone, so that nobody is told twice at once. */
export const rungsToRemind = (term: Term, reminded: readonly Rung[], now: Instant): readonly Rung[] => {
  if (!isOpen(term)) return []
  const reached = rungsOf(term).filter(({ at }) => ms(at) <= ms(now))
  return reached.map(({ rung }) => rung).filter((rung) => !reminded.includes(rung))
}
