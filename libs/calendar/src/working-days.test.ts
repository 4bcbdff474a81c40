import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const civilDate = fc.integer({ min: 0, max: 32_000 }).map((days) => Temporal.PlainDate.from('2012-01-01').add({ days }).toString())
const count = fc.integer({ min: 1, max: 60 })

test('CAL5: weekends and holidays are not worked', () => {
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-11', '2026-04-13', '2026-02-17'].map(isWorkingDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})

test.each([
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-04-09', 1, '2026-04-14'],
  ['2025-12-31', 5, '2026-01-12'],
  ['2021-04-29', 1, '2021-05-05'],
])('CAL6: %s and %i working days is %s', (start, days, expected) => {
  expect(addWorkingDays(start, days)).toBe(expected)
})

test('CAL6: it ends on a working day, has counted exactly as many, and adding in two steps comes to the same', () => {
  fc.assert(
    fc.property(civilDate, count, count, (start, first, second) => {
      const end = addWorkingDays(start, first)
      expect(isWorkingDay(end)).toBe(true)
      expect(workingDaysBetween(start, end)).toBe(first)
      expect(addWorkingDays(end, second)).toBe(addWorkingDays(start, first + second))
    }),
  )
})

test.each([0, -1, 1.5, Number.NaN])('CAL6: %d working days are refused', (days) => {
  expect(() => addWorkingDays('2026-11-20', days)).toThrow(RangeError)
})
