import type { Log } from '@mreza/service'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Projector } from './projector.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }))
afterEach(() => void vi.useRealTimers())

interface Seen {
  readonly together: string[][]
  readonly projected: string[]
  readonly told: string[]
}

const start = (moved: readonly string[] = [], after: Readonly<Record<string, readonly string[]>> = {}) => {
  const seen: Seen = { together: [], projected: [], told: [] }
  const projector = new Projector({
    moveOn: async (rooms) => {
      seen.together.push([...rooms])
      return new Set(rooms.filter((room) => moved.includes(room)))
    },
    project: async (room) => {
      if (room === 'broken') throw new Error('it cannot be read')
      seen.projected.push(room)
      return after[room] ?? []
    },
    behind: async () => [],
    log: { error: (message: string) => void seen.told.push(message) } as unknown as Log,
  })
  return { projector, seen }
}

test('PL9: rooms that have become quiet are looked at together, and only those whose rows changed are projected', async () => {
  const { projector, seen } = start(['a', 'c'])
  for (const room of ['a', 'b', 'c']) projector.grown(room)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen.together).toEqual([['a', 'b', 'c']])
  await projector.stop()
  expect(seen.projected).toEqual(['b'])
})

test('PL9: while somebody types a room is looked at each five seconds, and within one of their quiet', async () => {
  const { projector, seen } = start(['a'])
  for (let tenth = 0; tenth < 120; tenth += 1) {
    projector.grown('a')
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(seen.together).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(900)
  expect(seen.together).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen.together).toHaveLength(3)
  await projector.stop()
})

test('PL9: a room that cannot be projected is told and keeps no other from it, and a stop leaves nothing waiting', async () => {
  const { projector, seen } = start([], { b: ['of the same plan'] })
  for (const room of ['a', 'broken', 'b']) projector.grown(room)
  await projector.stop()
  expect(seen.projected).toEqual(['a', 'b', 'of the same plan'])
  expect(seen.told).toEqual(['a room could not be projected'])
})
