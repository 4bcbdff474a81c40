import { expect, test } from 'vitest'
import { atStart, goTo, timeOf } from './agenda-clock.ts'

const begun = 1_000_000

test('before it is started an item has all of its time', () => {
  expect(timeOf(atStart, 15, begun)).toEqual({ over: false, text: '15:00' })
})

test('the time of an item runs down to nothing, then over', () => {
  const place = goTo(0, 3, begun)
  expect(timeOf(place, 15, begun + 520_400)).toEqual({ over: false, text: '6:20' })
  expect(timeOf(place, 15, begun + 900_000)).toEqual({ over: false, text: '0:00' })
  expect(timeOf(place, 15, begun + 965_000)).toEqual({ over: true, text: '1:05' })
  expect(timeOf(place, 90, begun)).toEqual({ over: false, text: '90:00' })
})

test('a clock that was set back does not give time', () => {
  expect(timeOf(goTo(0, 3, begun), 5, begun - 60_000)).toEqual({ over: false, text: '5:00' })
})

test('one goes from item to item within the agenda, each with its own time', () => {
  expect(goTo(1, 3, begun)).toEqual({ item: 1, since: begun })
  expect(goTo(3, 3, begun).item).toBe(2)
  expect(goTo(-1, 3, begun).item).toBe(0)
  expect(goTo(1, 0, begun).item).toBe(0)
})
