import { type PlanContent, PlanReader } from '@mreza/plan-document'
import { useRef, useSyncExternalStore } from 'react'
import type { LiveRoom } from '../live/live-room.ts'

/** What a document says, followed for all who look at it. */
export interface Shown {
  readonly read: () => PlanContent
  readonly subscribe: (changed: () => void) => () => void
}

/** Follows a room's document for all who look at it; what they see changes at most once per frame. */
const follow = (room: LiveRoom): Shown => {
  const reader = new PlanReader(room.doc, room.room)
  const listeners = new Set<() => void>()
  let shown: PlanContent | null = null
  let waiting = 0
  const again = () => {
    waiting = 0
    shown = reader.content()
    for (const listener of listeners) listener()
  }
  reader.subscribe(() => {
    if (waiting === 0) waiting = requestAnimationFrame(again)
  })
  return {
    read: () => {
      shown ??= reader.content()
      return shown
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

const followed = new WeakMap<LiveRoom, Shown>()
/** A room's document as all of the page follow it. */
export const followedContent = (room: LiveRoom): Shown => {
  const known = followed.get(room)
  if (known !== undefined) return known
  const made = follow(room)
  followed.set(room, made)
  return made
}

/** What a room's document says at this moment, for an act; a page that shows it takes {@link useContent}. */
export const contentOf = (room: LiveRoom): PlanContent => followedContent(room).read()

/** Are these two lists of the same things, each the very same? */
export const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at])

/**
 * A part of what a room's document says. Who looks at it is drawn again only when that part changed: a key in another text costs
 * them nothing. `select` must depend on nothing that changes while one looks; give `same` where it makes a new object each time.
 */
export const useContent = <T>(room: LiveRoom, select: (content: PlanContent) => T, same: (a: T, b: T) => boolean = Object.is): T => {
  const { subscribe, read } = followedContent(room)
  const last = useRef<{ readonly room: LiveRoom; readonly from: PlanContent; readonly value: T } | null>(null)
  const shown = () => {
    const [before, from] = [last.current, read()]
    if (before?.room === room && before.from === from) return before.value
    const value = select(from)
    const kept = before?.room === room && same(before.value, value) ? before.value : value
    last.current = { room, from, value: kept }
    return kept
  }
  return useSyncExternalStore(subscribe, shown)
}
