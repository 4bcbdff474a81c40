import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockState, priorityClock, soonFrom, wasBroken } from './clock.ts'

const start = '2026-03-24T13:20:00.000Z'
const hours = (count: number) => new Date(Date.parse(start) + count * 3_600_000).toISOString()

describe('clocks', () => {
  it('CF2 immediate is 24 hours and urgent 72, through nights and weekends', () => {
    expect(priorityClock('immediate', start).dueAt).toBe(hours(24))
    expect(priorityClock('urgent', start).dueAt).toBe(hours(72))
  })

  it('CF2 regular is five working days in the network’s calendar, over a weekend and Orthodox Easter', () => {
    // Tuesday 7 April 2026; Good Friday is the 10th, Easter Monday the 13th.
    expect(priorityClock('regular', '2026-04-07T10:00:00.000Z').dueAt).toBe('2026-04-16T21:59:59.999Z')
  })

  it('CF5 the state follows from the times alone', () => {
    const times = { startedAt: start, dueAt: hours(24), pausedAt: null, doneAt: null }
    expect(clockState(times, hours(1))).toBe('ontime')
    expect(clockState(times, soonFrom(times))).toBe('soon')
    expect(clockState(times, hours(24))).toBe('broken')
    expect(clockState({ ...times, pausedAt: hours(2) }, hours(99))).toBe('paused')
    expect(clockState({ ...times, doneAt: hours(2) }, hours(99))).toBe('done')
  })

  it('CF5 what was broken stays recorded as broken after it is done', () => {
    const late = { startedAt: start, dueAt: hours(24), pausedAt: null, doneAt: hours(25) }
    expect(clockState(late, hours(99))).toBe('done')
    expect(wasBroken(late, hours(99))).toBe(true)
    expect(wasBroken({ ...late, doneAt: hours(23) }, hours(99))).toBe(false)
  })

  it('CF5 a running clock only goes from on time to soon to broken', () => {
    const order = ['ontime', 'soon', 'broken']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2 }), (length, looks) => {
        const times = { startedAt: start, dueAt: hours(length), pausedAt: null, doneAt: null }
        const states = [...looks].sort((a, b) => a - b).map((look) => order.indexOf(clockState(times, hours(look))))
        return states.every((state, index) => index === 0 || state >= (states[index - 1] ?? 0))
      }),
    )
  })
})
