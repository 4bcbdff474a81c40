import type { Presence } from '@mreza/contracts-plans'
import type { Saving } from '@mreza/ui'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import type { LiveRoom, RoomState } from './live-room.ts'

/**
 * What follows from the states of several rooms. Who looks at it is drawn again only when that changed: what is typed and saved meanwhile costs
 * them nothing. Give `same` where `select` makes a new object each time.
 */
export const useFromRooms = <T>(
  rooms: readonly LiveRoom[],
  select: (states: readonly RoomState[]) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T => {
  const last = useRef<{ readonly value: T } | null>(null)
  const subscribe = useMemo(
    () => (changed: () => void) => {
      const leave = rooms.map((room) => room.subscribe(changed))
      return () => {
        for (const each of leave) each()
      }
    },
    [rooms],
  )
  return useSyncExternalStore(subscribe, () => {
    const value = select(rooms.map((room) => room.read()))
    if (last.current === null || !same(last.current.value, value)) last.current = { value }
    return last.current.value
  })
}

/** How many of one's changes are not on disk, in all of these rooms, now. */
export const unsavedIn = (rooms: readonly LiveRoom[]): number => rooms.reduce((sum, room) => sum + room.read().unsaved, 0)

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

/** Are these the same people, each in the same part? */
export const isSamePresence = (a: readonly Presence['user'][], b: readonly Presence['user'][]): boolean =>
  a.length === b.length &&
  a.every((user, at) => {
    const other = b[at]
    return user.personId === other?.personId && user.institutionId === other.institutionId && user.right === other.right
  })

/** Does this say the same about one's words? */
export const isSameSaving = (a: Saving | null, b: Saving | null): boolean => JSON.stringify(a) === JSON.stringify(b)

type Standing = Pick<RoomState, 'line' | 'over' | 'here'>

/** How one of these rooms stands; undefined when it is not among them. */
export const standingIn = (rooms: readonly LiveRoom[], states: readonly RoomState[], name: LiveRoom['room']): Standing | undefined =>
  states[rooms.findIndex(({ room }) => room === name)]

/** Does a room stand as before? What is typed and saved in it is not asked. */
export const isSameStanding = (a: Standing | undefined, b: Standing | undefined): boolean =>
  a?.line === b?.line && a?.over === b?.over && a?.here === b?.here
