import { type PlanContent, PlanReader } from '@mreza/plan-document'
import { useSyncExternalStore } from 'react'
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

/** What a room's document says; what did not change keeps its identity, so that a card that did not change is not drawn again. */
export const useContent = (room: LiveRoom): PlanContent => {
  const { subscribe, read } = followedContent(room)
  return useSyncExternalStore(subscribe, read)
}
