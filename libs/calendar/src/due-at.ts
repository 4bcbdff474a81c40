import { type CivilDate, type Duration, type Instant, networkTimeZone } from '@mreza/contracts-kernel'
import { Temporal } from 'temporal-polyfill'
import { addWorkingDays } from './working-days.ts'

const toInstant = (moment: Temporal.Instant): Instant => moment.toString({ smallestUnit: 'millisecond' })

/** The civil day on which a moment falls in a zone. */
export const civilDateOf = (moment: Instant, zone: string = networkTimeZone): CivilDate =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The last moment of a civil day: one millisecond before the next one begins there. */
export const endOfDay = (date: CivilDate, zone: string = networkTimeZone): Instant =>
  toInstant(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 }))

/**
 * When a deadline ends that began at `start`: hours exactly (CAL7), working days at the end of the last of them (CAL8),
 * days, months and years at the same time of day (CAL9). Never put off because it ends on a day off (CAL10).
 * @example dueAt('2026-03-24T13:20:00.000Z', { amount: 24, unit: 'hour' }) // '2026-03-25T13:20:00.000Z'
 * @throws RangeError when `start` is no moment or the zone is unknown.
 */
export const dueAt = (start: Instant, duration: Duration, zone: string = networkTimeZone): Instant => {
  const moment = Temporal.Instant.from(start)
  const there = moment.toZonedDateTimeISO(zone)
  switch (duration.unit) {
    case 'hour':
      return toInstant(moment.add({ hours: duration.amount }))
    case 'working-day':
      return endOfDay(addWorkingDays(there.toPlainDate().toString(), duration.amount), zone)
    case 'day':
      return toInstant(there.add({ days: duration.amount }).toInstant())
    case 'month':
      return toInstant(there.add({ months: duration.amount }).toInstant())
    case 'year':
      return toInstant(there.add({ years: duration.amount }).toInstant())
  }
}
