import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { publicHolidaysOf, weekdayOf } from './public-holidays.ts'

const dates = (year: number) => publicHolidaysOf(year).map((holiday) => holiday.date)
const inLieu = (year: number) =>
  publicHolidaysOf(year)
    .filter((holiday) => holiday.inLieu)
    .map((holiday) => holiday.date)

test('CAL1 CAL2: the days off of 2024, a year in which nothing is moved', () => {
  expect(dates(2024)).toEqual([
    '2024-01-01',
    '2024-01-02',
    '2024-01-07',
    '2024-02-15',
    '2024-02-16',
    '2024-05-01',
    '2024-05-02',
    '2024-05-03',
    '2024-05-04',
    '2024-05-05',
    '2024-05-06',
    '2024-11-11',
  ])
})

test.each([
  [2016, ['2016-05-03'], '1 May is Easter Sunday, 2 May Easter Monday and Labour Day'],
  [2021, ['2021-05-04'], '2 May is Easter Sunday, 3 May Easter Monday (CAL4)'],
  [2022, ['2022-01-03', '2022-05-03'], 'the second day of New Year and the first of Labour Day'],
  [2023, ['2023-01-03'], 'the first day of New Year, the second is off already'],
  [2025, ['2025-02-17'], 'the second day of Statehood Day'],
  [2026, ['2026-02-17'], 'the first day of Statehood Day, the second is off already'],
  [2027, ['2027-05-04'], '2 May is Easter Sunday again (CAL4)'],
  [2029, ['2029-11-12'], 'Armistice Day'],
])('CAL3: in %i the days in place of a Sunday are %j (%s)', (year, expected) => {
  expect(inLieu(year)).toEqual(expected)
})

test('CAL3: Christmas on a Sunday is not moved', () => {
  expect(weekdayOf('2029-01-07')).toBe(7)
  expect(dates(2029)).not.toContain('2029-01-08')
})

describe('held against date-holidays', () => {
  const library = new Holidays('RS')
  const ofLibrary = (year: number) =>
    library
      .getHolidays(year)
      .filter((day) => day.type === 'public')
      .map((day) => day.date.slice(0, 10))
  const workdays = (days: string[]) => [...new Set(days)].filter((day) => weekdayOf(day) <= 5).sort()
  const years = Array.from({ length: 49 }, (_, index) => 2012 + index)

  test('CAL4: it agrees on every day off from Monday to Friday, but for the years in which it does not know CAL4', () => {
    const differing = years.filter((year) => workdays(dates(year)).join() !== workdays(ofLibrary(year)).join())
    expect(differing).toEqual([2021, 2027, 2032])
  })
})
