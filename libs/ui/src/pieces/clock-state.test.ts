import { describe, expect, it } from 'vitest'
import { clockStateAt } from './clock-state.ts'

const due = '2026-03-24T13:20:00Z'
const at = (time: string) => new Date(`2026-03-${time}Z`)

describe('the state of a clock', () => {
  it.each([
    ['more than a day before', at('23T13:19:59'), {}, 'ontime'],
    ['a day before', at('23T13:20:00'), {}, 'soon'],
    ['a moment before', at('24T13:19:59'), {}, 'soon'],
    ['at the moment itself', at('24T13:20:00'), {}, 'broken'],
    ['paused, although the moment has passed', at('25T00:00:00'), { pausedSince: '2026-03-24T10:00:00Z' }, 'paused'],
    ['done, although it was paused', at('25T00:00:00'), { pausedSince: '2026-03-24T10:00:00Z', doneAt: '2026-03-24T12:00:00Z' }, 'done'],
    ['before the moment that the rule calls soon', at('24T10:00:00'), { soonFrom: '2026-03-24T12:00:00Z' }, 'ontime'],
    ['from the moment that the rule calls soon', at('24T12:00:00'), { soonFrom: '2026-03-24T12:00:00Z' }, 'soon'],
    ['nothing is null by chance', at('24T10:00:00'), { soonFrom: null, pausedSince: null, doneAt: null }, 'soon'],
  ] as const)('%s', (_when, now, more, state) => expect(clockStateAt({ due, ...more }, now)).toBe(state))
})
