import { dueAt, endOfDay } from '@mreza/calendar'
import { refuseInAgreements, type Template } from '@mreza/contracts-agreements'
import type { CivilDate, Duration } from '@mreza/contracts-kernel'

/** How long the parties have to sign when nobody says otherwise, and at most (AG19). */
const usualTerm: Duration = { amount: 60, unit: 'day' }
const longestTerm: Duration = { amount: 1, unit: 'year' }

/** Until when an agreement that is sent now may come into force: the end of the day that was chosen, or sixty days from now. */
export const signByFrom = (now: string, chosen: CivilDate | undefined): string => {
  if (chosen === undefined) return dueAt(now, usualTerm)
  const end = endOfDay(chosen)
  if (end <= now) throw refuseInAgreements('deadline-in-the-past', { field: 'signBy' })
  if (end > dueAt(now, longestTerm)) throw refuseInAgreements('deadline-too-far', { field: 'signBy' })
  return end
}

const daysIn: Readonly<Record<Duration['unit'], number>> = { hour: 1 / 24, day: 1, 'working-day': 7 / 5, month: 30, year: 365 }

/** How long there is between two reviews; several in a period are spread evenly over it. */
const betweenReviews = ({ times, every }: Template['review']): Duration =>
  times === 1 ? every : { amount: Math.max(1, Math.floor((every.amount * daysIn[every.unit]) / times)), unit: 'day' }

/** When the next review is due, counted from the entry into force or the end of the last review (AG28). */
export const reviewDueFrom = (from: string, content: Pick<Template, 'review'>): string => dueAt(from, betweenReviews(content.review))

/** When an agreement of a limited duration is over (AG30); `null` for one without an end. */
export const expiryFrom = (inForceAt: string, { duration }: Pick<Template, 'duration'>): string | null =>
  duration === null ? null : dueAt(inForceAt, duration)

/** When a notice that is given now is over, by the agreement's own rule (AG26). */
export const noticeEndFrom = (now: string, { withdrawal }: Pick<Template, 'withdrawal'>): string => dueAt(now, withdrawal.notice)
