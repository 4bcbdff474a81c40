import type { Duration } from '@mreza/contracts-kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDateOf, dueAt, endOfDay } from './due-at.ts'
import { isWorkingDay } from './working-days.ts'

const moment = fc
  .date({ min: new Date('2012-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const unit = fc.constantFrom<Duration['unit']>('hour', 'day', 'working-day', 'month', 'year')

test.each([
  ['CAL7', '2026-03-24T13:20:00.000Z', 24, 'hour', '2026-03-25T13:20:00.000Z'],
  ['CAL7, the night clocks go forward', '2026-03-28T12:00:00.000Z', 24, 'hour', '2026-03-29T12:00:00.000Z'],
  ['CAL7, over a weekend', '2026-11-20T20:00:00.000Z', 72, 'hour', '2026-11-23T20:00:00.000Z'],
  ['CAL8', '2026-11-20T08:00:00.000Z', 5, 'working-day', '2026-11-27T22:59:59.999Z'],
  ['CAL8, in summer time', '2026-06-01T08:00:00.000Z', 5, 'working-day', '2026-06-08T21:59:59.999Z'],
  [
    'CAL8, begun late in the evening there, which is another day in UTC',
    '2026-06-01T22:30:00.000Z',
    1,
    'working-day',
    '2026-06-03T21:59:59.999Z',
  ],
  ['CAL9, the same hour there over the change of clocks', '2026-03-28T12:00:00.000Z', 1, 'day', '2026-03-29T11:00:00.000Z'],
  ['CAL9, an hour that does not exist', '2026-03-28T01:30:00.000Z', 1, 'day', '2026-03-29T01:30:00.000Z'],
  ['CAL9, an hour that comes twice', '2026-10-24T00:30:00.000Z', 1, 'day', '2026-10-25T00:30:00.000Z'],
  ['CAL9, a short month', '2026-01-31T09:00:00.000Z', 1, 'month', '2026-02-28T09:00:00.000Z'],
  ['CAL9, a leap day', '2028-02-29T09:00:00.000Z', 1, 'year', '2029-02-28T09:00:00.000Z'],
  ['CAL10, ends on a Sunday', '2026-10-22T08:00:00.000Z', 1, 'month', '2026-11-22T09:00:00.000Z'],
] as const)('%s: %s and %i %s is %s', (_rule, start, amount, of, expected) => {
  expect(dueAt(start, { amount, unit: of })).toBe(expected)
})

test('CAL11: a deadline is after its beginning, and a longer one of the same unit is never earlier', () => {
  fc.assert(
    fc.property(moment, unit, fc.integer({ min: 1, max: 40 }), (start, of, amount) => {
      const due = dueAt(start, { amount, unit: of })
      expect(due > start).toBe(true)
      expect(dueAt(start, { amount: amount + 1, unit: of }) >= due).toBe(true)
    }),
  )
})

test('CAL8: a deadline in working days ends at the end of a working day there', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 40 }), (start, amount) => {
      const due = dueAt(start, { amount, unit: 'working-day' })
      const day = civilDateOf(due)
      expect(isWorkingDay(day)).toBe(true)
      expect(due).toBe(endOfDay(day))
    }),
  )
})

test('CAL7: hours are elapsed time, whatever the zone', () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 1_000 }),
      fc.constantFrom('Europe/Belgrade', 'America/New_York', 'UTC'),
      (start, amount, zone) => {
        expect(Date.parse(dueAt(start, { amount, unit: 'hour' }, zone)) - Date.parse(start)).toBe(amount * 3_600_000)
      },
    ),
  )
})

test('what is no moment and a zone that does not exist are refused', () => {
  expect(() => dueAt('yesterday', { amount: 1, unit: 'day' })).toThrow(RangeError)
  expect(() => dueAt('2026-11-20T08:00:00.000Z', { amount: 1, unit: 'day' }, 'Europe/Nowhere')).toThrow(RangeError)
})
