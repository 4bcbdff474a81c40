import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orthodoxEaster } from './orthodox-easter.ts'
import { weekdayOf } from './public-holidays.ts'

test.each([
  [2012, '2012-04-15'],
  [2013, '2013-05-05'],
  [2016, '2016-05-01'],
  [2020, '2020-04-19'],
  [2021, '2021-05-02'],
  [2024, '2024-05-05'],
  [2025, '2025-04-20'],
  [2026, '2026-04-12'],
  [2027, '2027-05-02'],
])('CAL2: Orthodox Easter of %i is on %s', (year, date) => {
  expect(orthodoxEaster(year)).toBe(date)
})

test('CAL2: Easter is always a Sunday between 4 April and 8 May in this century', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), (year) => {
      const date = orthodoxEaster(year)
      return weekdayOf(date) === 7 && date >= `${year}-04-04` && date <= `${year}-05-08`
    }),
  )
})
