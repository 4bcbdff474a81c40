import { civilDateOf, dueAt } from '@mreza/calendar'
import type { CivilDate, Duration, Instant } from '@mreza/contracts-kernel'

/** Atina's programme looks at an individual plan again after two months; the rulebook on social welfare centres (2008) after six at the latest. */
const standards = {
  programme: { amount: 2, unit: 'month' },
  law: { amount: 6, unit: 'month' },
} as const satisfies Record<string, Duration>

/** By which rule a plan is looked at again. */
export type ReviewStandard = keyof typeof standards

/** When a plan is looked at again by one standard, and from when that is near: a week before. */
export interface Review {
  readonly standard: ReviewStandard
  readonly dueOn: CivilDate
  readonly soonOn: CivilDate
}

const daysBefore = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** Until when a version approved at this moment is looked at again (PL21): whole calendar months; the 31st becomes the last day of a shorter month. */
export const reviewsAfter = (approvedAt: Instant): readonly Review[] =>
  (Object.keys(standards) as ReviewStandard[]).map((standard) => {
    const dueOn = civilDateOf(dueAt(approvedAt, standards[standard]))
    return { standard, dueOn, soonOn: daysBefore(dueOn, 7) }
  })

/** What was said of a review so far. */
export interface Announced {
  readonly dueOn: CivilDate
  readonly soonOn: CivilDate
  readonly soonAnnounced: boolean
  readonly todayAnnounced: boolean
}

/** What is to be said of a review now, once each (PL21): on the day that it is due no longer that it soon will be. */
export const momentToAnnounce = (
  { dueOn, soonOn, soonAnnounced, todayAnnounced }: Announced,
  today: CivilDate,
): 'soon' | 'today' | null => {
  if (todayAnnounced || today < soonOn) return null
  if (today >= dueOn) return 'today'
  return soonAnnounced ? null : 'soon'
}
