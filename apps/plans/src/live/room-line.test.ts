import { describe, expect, it, vi } from 'vitest'
import { openRoomLine } from './room-line.ts'

/** A bus of one process. */
const busOfOne = () => {
  const heard = new Map<string, (data: string, subject: string) => void>()
  return {
    heard,
    signal: (subject: string, data = '') => {
      for (const [pattern, hear] of heard) if (subject.startsWith(pattern.replace('*', ''))) hear(data, subject)
    },
    onSignal: (pattern: string, hear: (data: string, subject: string) => void) => {
      heard.set(pattern, hear)
      return { stop: async () => void heard.delete(pattern) }
    },
  }
}

describe('the line of rooms', () => {
  it('subscribes once for however many rooms, and each hears what is of itself alone', async () => {
    const bus = busOfOne()
    const line = openRoomLine(bus)
    const [one, other] = [vi.fn(), vi.fn()]
    line.subscribe('one', one)
    line.subscribe('other', other)
    expect(bus.heard.size).toBe(1)
    line.publish('one', 'a')
    line.publish('nobody', 'b')
    expect(one.mock.calls).toEqual([['a']])
    expect(other).not.toHaveBeenCalled()
    await line.stop()
    expect(bus.heard.size).toBe(0)
  })

  it('goes on for a room that is opened again while the old one is put away', () => {
    const line = openRoomLine(busOfOne())
    const [old, fresh] = [vi.fn(), vi.fn()]
    const leave = line.subscribe('one', old)
    line.subscribe('one', fresh)
    leave()
    leave()
    line.publish('one', 'a')
    expect(old).not.toHaveBeenCalled()
    expect(fresh.mock.calls).toEqual([['a']])
  })
})
