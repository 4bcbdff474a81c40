import type { Bus } from '@mreza/bus'
import type { Fanout } from '@mreza/collab'

const prefix = 'plans.room.'

/** What instances tell each other of rooms. */
export interface RoomLine extends Fanout {
  stop(): Promise<void>
}

/**
 * Opens it: one subscription for all rooms, handed on by name, since each of its own would cost memory here and at the broker, and
 * every signal would be held against all of them.
 */
export const openRoomLine = (bus: Pick<Bus, 'signal' | 'onSignal'>): RoomLine => {
  const rooms = new Map<string, Set<(message: string) => void>>()
  const heard = bus.onSignal(`${prefix}*`, (message, subject) => {
    for (const hear of rooms.get(subject.slice(prefix.length)) ?? []) hear(message)
  })
  return {
    publish: (room, message) => bus.signal(prefix + room, message),
    subscribe: (room, hear) => {
      const hearing = rooms.get(room) ?? new Set()
      rooms.set(room, hearing.add(hear))
      return () => {
        hearing.delete(hear)
        if (hearing.size === 0 && rooms.get(room) === hearing) rooms.delete(room)
      }
    },
    stop: () => heard.stop(),
  }
}
