import * as decoding from 'lib0/decoding'
import { afterEach, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PresenceEntry } from './presence.ts'
import { readCursor } from './presence.ts'
import { PresenceBoard, type Seat } from './presence-board.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A connection whose frames reach a real awareness of y-protocols. */
const seatWith = (clientId: number) => {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  const seat: Seat = {
    clientId,
    person: { name: `person ${clientId}` },
    send: (frame) => {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'server')
    },
  }
  return { seat, awareness, sees: () => [...awareness.getStates().keys()].filter((id) => id !== clientId).sort() }
}
const boardOf = (seats: Set<Seat>, tell: (entries: readonly PresenceEntry[]) => void = () => undefined) => {
  vi.useFakeTimers()
  return new PresenceBoard(seats, tell, () => Date.now())
}

test('PL6: who comes back sees the others again, though nothing of them changed', () => {
  const seats = new Set<Seat>()
  const board = boardOf(seats)
  const [a, b] = [seatWith(1), seatWith(2)]
  for (const { seat } of [a, b]) {
    board.welcome(seat)
    seats.add(seat)
    board.place(seat)
  }
  vi.advanceTimersByTime(100)
  expect(a.sees()).toEqual([2])
  for (let times = 0; times < 3; times += 1) {
    removeAwarenessStates(a.awareness, [2], 'the line broke')
    board.welcome(a.seat)
    expect(a.sees()).toEqual([2])
  }
  board.place(b.seat, { anchor: 3 })
  vi.advanceTimersByTime(100)
  expect(a.awareness.getStates().get(2)).toEqual({ user: { name: 'person 2' }, cursor: { anchor: 3 } })
})

test('PL6: those of an instance that fell silent are forgotten, those who left are gone at once', () => {
  const seats = new Set<Seat>()
  const told: PresenceEntry[] = []
  const board = boardOf(seats, (entries) => told.push(...entries))
  const { seat, sees } = seatWith(1)
  seats.add(seat)
  board.place(seat)
  board.hear([
    { clientId: 8, clock: Date.now(), state: { user: {} } },
    { clientId: 9, clock: Date.now(), state: { user: {} } },
  ])
  expect(sees()).toEqual([8, 9])
  board.hear([{ clientId: 9, clock: Date.now() + 1, state: null }])
  expect(sees()).toEqual([8])
  vi.advanceTimersByTime(60_000)
  board.refresh()
  expect(sees()).toEqual([])
  seats.delete(seat)
  board.leave(seat)
  vi.advanceTimersByTime(100)
  expect(told.at(-1)).toMatchObject({ clientId: 1, state: null })
})

test('PL6: of what a client says only its own cursor is read, and not a large one', () => {
  const { awareness } = seatWith(5)
  const say = (state: Record<string, unknown>) => {
    awareness.setLocalState(state)
    const json = new TextEncoder().encode(JSON.stringify(state))
    return Uint8Array.of(1, 5, 1, ...varUint(json.length), ...json)
  }
  expect(readCursor(say({ cursor: { anchor: 1 }, user: { name: 'somebody else' } }), 5)).toEqual({ anchor: 1 })
  expect(readCursor(say({ cursor: { anchor: 1 } }), 6)).toBeUndefined()
  expect(readCursor(say({ user: {} }), 5)).toBeNull()
  expect(readCursor(say({ cursor: 'x'.repeat(3_000) }), 5)).toBeNull()
  expect(() => readCursor(Uint8Array.of(1, 5, 1, 2, 123, 123), 5)).toThrow()
})

const varUint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, value >> 7])
