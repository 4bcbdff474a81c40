import { expect, test } from 'vitest'
import { firstMoment } from './first-moment.ts'

test.each([
  ['the next full hour tomorrow', '2026-03-23T10:20:00.000Z', null, '2026-03-24T11:00:00.000Z'],
  ['ten in the morning when that hour is in the evening', '2026-03-23T19:20:00.000Z', null, '2026-03-24T09:00:00.000Z'],
  ['tomorrow also a moment before midnight', '2026-03-23T22:59:00.000Z', null, '2026-03-24T09:00:00.000Z'],
  ['by the clock of the network across the change to summer time', '2026-03-28T10:20:00.000Z', null, '2026-03-29T10:00:00.000Z'],
  ['tomorrow while the rule allows it', '2026-03-23T10:20:00.000Z', '2026-03-24T11:00:00.000Z', '2026-03-24T11:00:00.000Z'],
  ['sooner when the latest moment is nearer', '2026-03-23T10:20:00.000Z', '2026-03-23T15:40:00.000Z', '2026-03-23T15:00:00.000Z'],
  ['the next quarter when less than an hour is left', '2026-03-23T10:20:00.000Z', '2026-03-23T10:50:00.000Z', '2026-03-23T10:30:00.000Z'],
  ['the next quarter when it has passed', '2026-03-23T10:30:00.000Z', '2026-03-20T10:00:00.000Z', '2026-03-23T10:45:00.000Z'],
])('CF18 a conference is proposed for %s', (_, now, latest, moment) => {
  expect(firstMoment(new Date(now), latest)).toBe(moment)
})
