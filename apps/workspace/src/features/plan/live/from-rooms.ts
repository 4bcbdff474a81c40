import type { Presence } from '@mreza/contracts-plans'
import type { Saving } from '@mreza/ui'
import { useMemo, useSyncExternalStore } from 'react'
import type { LiveRoom, RoomState } from './live-room.ts'

/** The states of several rooms; the same array until one changes. */
export const useAllRooms = (rooms: readonly LiveRoom[]): readonly RoomState[] => {
  const store = useMemo(() => {
    let last: readonly RoomState[] = []
    const read = () => {
      const next = rooms.map((room) => room.read())
      if (next.length !== last.length || next.some((state, index) => state !== last[index])) last = next
      return last
    }
    const subscribe = (changed: () => void) => {
      const leave = rooms.map((room) => room.subscribe(changed))
      return () => {
        for (const each of leave) each()
      }
    }
    return { read, subscribe }
  }, [rooms])
  return useSyncExternalStore(store.subscribe, store.read)
}

/** What the whole page may say about one's words: the worst of its rooms; nothing while none has come yet. */
export const savingOf = (states: readonly RoomState[]): Saving | null => {
  const living = states.filter(({ line }) => line !== 'over')
  const unsaved = living.reduce((sum, state) => sum + state.unsaved, 0)
  const away = living.flatMap(({ awaySince, line }) => (line === 'away' && awaySince !== null ? [awaySince] : [])).sort()[0]
  if (away !== undefined) return { state: 'offline', since: away, kept: unsaved }
  if (unsaved > 0) return { state: 'sending' }
  const at = living
    .flatMap(({ savedAt }) => (savedAt === null ? [] : [savedAt]))
    .sort()
    .at(-1)
  return at === undefined ? null : { state: 'saved', at }
}

/** Everybody who is in one of the rooms, once. */
export const presentIn = (states: readonly RoomState[]): readonly Presence['user'][] => [
  ...new Map(states.flatMap(({ present }) => present).map((user) => [user.personId, user])).values(),
]
