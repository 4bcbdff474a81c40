import { describe, expect, it } from 'vitest'
import { idleEnd, inGrace, sessionEnd, sessionTimes, wantsNote, wantsRotation } from './session-times.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 8) + minutes * 60_000)

describe('the times of a session', () => {
  it('ID13 it ends after twelve hours, and unused after thirty minutes, or in a demo with the twelve hours', () => {
    const end = sessionEnd(at(0))
    expect(end).toEqual(at(12 * 60))
    expect(idleEnd(at(0), end, false)).toEqual(at(30))
    expect(idleEnd(at(12 * 60 - 10), end, false)).toEqual(end)
    expect(idleEnd(at(60), end, true)).toEqual(end)
  })
  it('ID13 a use is noted when it moves the end by a minute or more', () => {
    const end = sessionEnd(at(0))
    expect(wantsNote(at(30), at(0.5), end, false)).toBe(false)
    expect(wantsNote(at(30), at(1), end, false)).toBe(true)
    expect(wantsNote(end, at(60), end, true)).toBe(false)
  })
  it('ID14 the token is renewed after fifteen minutes and the one before lives sixty seconds', () => {
    expect(wantsRotation(at(0), at(14.9))).toBe(false)
    expect(wantsRotation(at(0), at(15))).toBe(true)
    expect(inGrace(at(0), new Date(at(0).getTime() + sessionTimes.grace - 1))).toBe(true)
    expect(inGrace(at(0), new Date(at(0).getTime() + sessionTimes.grace))).toBe(false)
  })
})
