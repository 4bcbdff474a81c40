import { Duration } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { Deadline, Trigger } from './duration.ts'

test.each([0, -1, 1.5, 1_001])('a duration of %d is refused', (amount) => {
  expect(Duration.safeParse({ amount, unit: 'hour' }).success).toBe(false)
})

test('a unit that nobody counts in is refused', () => {
  expect(Duration.safeParse({ amount: 1, unit: 'week' }).success).toBe(false)
})

test.each([
  ['case-opened', true],
  ['status:presumed', true],
  ['step:notify-center', true],
  ['step:', false],
  ['step:Notify', false],
  ['status:unknown', false],
  ['whenever', false],
])('the trigger %s: %s', (trigger, good) => {
  expect(Trigger.safeParse(trigger).success).toBe(good)
})

test('a deadline without its source is refused, and so is anything beside what it has', () => {
  const deadline = {
    duration: { amount: 24, unit: 'hour' },
    countsFrom: 'referral-received',
    source: { document: 'this-agreement', provision: null },
  }
  expect(Deadline.safeParse(deadline).success).toBe(true)
  expect(Deadline.safeParse({ ...deadline, source: undefined }).success).toBe(false)
  expect(Deadline.safeParse({ ...deadline, grace: 1 }).success).toBe(false)
})
