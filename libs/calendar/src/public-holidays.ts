import type { CivilDate } from '@mreza/contracts-kernel'
import { Temporal } from 'temporal-polyfill'
import { orthodoxEaster } from './orthodox-easter.ts'

/** The holidays on which nobody works, by name; their words are in the catalogues. */
export type HolidayName =
  | 'new-year'
  | 'christmas'
  | 'statehood'
  | 'good-friday'
  | 'holy-saturday'
  | 'easter'
  | 'easter-monday'
  | 'labour-day'
  | 'armistice'

/** A day off by law; `inLieu` when it stands in for a state holiday that fell on a Sunday (CAL3). */
export interface PublicHoliday {
  readonly date: CivilDate
  readonly name: HolidayName
  readonly inLieu: boolean
}

const stateHolidays = [
  ['01-01', 'new-year'],
  ['01-02', 'new-year'],
  ['02-15', 'statehood'],
  ['02-16', 'statehood'],
  ['05-01', 'labour-day'],
  ['05-02', 'labour-day'],
  ['11-11', 'armistice'],
] as const

const dayAfter = (date: CivilDate, days: number): CivilDate => Temporal.PlainDate.from(date).add({ days }).toString()

/** Monday 1 … Sunday 7. */
export const weekdayOf = (date: CivilDate): number => Temporal.PlainDate.from(date).dayOfWeek

const stateHolidaysOf = (year: number): PublicHoliday[] =>
  stateHolidays.map(([day, name]) => ({ date: `${String(year).padStart(4, '0')}-${day}`, name, inLieu: false }))

const religiousHolidaysOf = (year: number): PublicHoliday[] => {
  const easter = orthodoxEaster(year)
  return [
    { date: `${String(year).padStart(4, '0')}-01-07`, name: 'christmas', inLieu: false },
    { date: dayAfter(easter, -2), name: 'good-friday', inLieu: false },
    { date: dayAfter(easter, -1), name: 'holy-saturday', inLieu: false },
    { date: easter, name: 'easter', inLieu: false },
    { date: dayAfter(easter, 1), name: 'easter-monday', inLieu: false },
  ]
}

const firstFree = (date: CivilDate, taken: ReadonlySet<CivilDate>): CivilDate => {
  const next = dayAfter(date, 1)
  return taken.has(next) || weekdayOf(next) > 5 ? firstFree(next, taken) : next
}

/** The days off of a year by law, in the order of the calendar; one day may carry two holidays. (CAL1–CAL4) */
export const publicHolidaysOf = (year: number): readonly PublicHoliday[] => {
  const state = stateHolidaysOf(year)
  const holidays = [...state, ...religiousHolidaysOf(year)]
  const taken = new Set(holidays.map((holiday) => holiday.date))
  for (const holiday of state.filter((each) => weekdayOf(each.date) === 7)) {
    const date = firstFree(holiday.date, taken)
    taken.add(date)
    holidays.push({ date, name: holiday.name, inLieu: true })
  }
  return holidays.sort((a, b) => a.date.localeCompare(b.date))
}
