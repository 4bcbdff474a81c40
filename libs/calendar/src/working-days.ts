import type { CivilDate } from '@mreza/contracts-kernel'
import { Temporal } from 'temporal-polyfill'
import { publicHolidaysOf, weekdayOf } from './public-holidays.ts'

const datesByYear = new Map<number, ReadonlySet<CivilDate>>()

/** The dates of a year's holidays. They never change, so each year is computed once. */
const holidayDates = (year: number): ReadonlySet<CivilDate> => {
  const known = datesByYear.get(year)
  if (known !== undefined) return known
  const dates = new Set(publicHolidaysOf(year).map((holiday) => holiday.date))
  datesByYear.set(year, dates)
  return dates
}

/** Is this day a public holiday or off in place of one? (CAL1–CAL4) */
export const isPublicHoliday = (date: CivilDate): boolean => holidayDates(Temporal.PlainDate.from(date).year).has(date)

/** Is this a day on which offices work? (CAL5) */
export const isWorkingDay = (date: CivilDate): boolean => weekdayOf(date) <= 5 && !isPublicHoliday(date)

/**
 * The Nth working day after a day, which is itself not counted. (CAL6)
 * @throws RangeError when `count` is not a whole number of at least 1.
 */
export const addWorkingDays = (date: CivilDate, count: number): CivilDate => {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`cannot add ${count} working days`)
  let day = Temporal.PlainDate.from(date)
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day.toString())) left -= 1
  }
  return day.toString()
}

/** How many working days lie after one day, up to and with another; 0 when the other is not later. */
export const workingDaysBetween = (after: CivilDate, upTo: CivilDate): number => {
  let count = 0
  for (let day = Temporal.PlainDate.from(after).add({ days: 1 }); day.toString() <= upTo; day = day.add({ days: 1 })) {
    if (isWorkingDay(day.toString())) count += 1
  }
  return count
}
