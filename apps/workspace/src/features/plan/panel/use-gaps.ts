import type { PlanGap, PlanTemplate } from '@mreza/contracts-plans'
import { wallTimeOf } from '@mreza/i18n'
import { gapsOf, type PlanContent } from '@mreza/plan-document'
import { useNow } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { followedContent } from '../document/use-content.ts'
import type { LiveRoom } from '../live/live-room.ts'

const day = 24 * 60 * 60_000

/** The templates of plans; they change with a new version of the house only. */
export const useTemplates = (): readonly PlanTemplate[] | undefined =>
  useQuery(useApi().plans.listPlanTemplates.queryOptions({}, { staleTime: day })).data

const pause = 300

/** What several rooms say, followed for all who look at it beside the text: looked at again a moment after a change. */
const follow = (rooms: readonly LiveRoom[]) => {
  const listeners = new Set<() => void>()
  let ends: readonly (() => void)[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last: readonly PlanContent[] | null = null
  const read = () => {
    const next = rooms.map((room) => followedContent(room).read())
    if (last === null || next.some((content, at) => content !== last?.[at])) last = next
    return last
  }
  const again = () => {
    waiting = undefined
    read()
    for (const listener of listeners) listener()
  }
  const soon = () => {
    waiting ??= setTimeout(again, pause)
  }
  const subscribe = (changed: () => void) => {
    if (listeners.size === 0) ends = rooms.map((room) => followedContent(room).subscribe(soon))
    listeners.add(changed)
    // What changed between the first look and now is not told any more.
    soon()
    return () => {
      listeners.delete(changed)
      if (listeners.size > 0) return
      clearTimeout(waiting)
      waiting = undefined
      for (const end of ends) end()
    }
  }
  return { shown: () => last ?? read(), subscribe }
}

const followed = new WeakMap<readonly LiveRoom[], ReturnType<typeof follow>>()
const storeOf = (rooms: readonly LiveRoom[]): ReturnType<typeof follow> => {
  const store = followed.get(rooms) ?? follow(rooms)
  followed.set(rooms, store)
  return store
}

/**
 * What several rooms say, for what stands beside the text: looked at again a moment after a change, so that a key never waits for it. The
 * same array until one of them changes.
 */
export const useContents = (rooms: readonly LiveRoom[]): readonly PlanContent[] => {
  const { subscribe, shown } = storeOf(rooms)
  return useSyncExternalStore(subscribe, shown)
}

/** What follows from what several rooms say, as {@link useContents} does; who looks at it is drawn again only when that changed. Give the same `select` while it means the same. */
export const useFromContents = <T>(
  rooms: readonly LiveRoom[],
  select: (contents: readonly PlanContent[]) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T => {
  const { shown, subscribe } = storeOf(rooms)
  const last = useRef<{ readonly from: readonly PlanContent[]; readonly select: typeof select; readonly value: T } | null>(null)
  return useSyncExternalStore(subscribe, () => {
    const from = shown()
    const before = last.current
    if (before?.from === from && before.select === select) return before.value
    const value = select(from)
    last.current = { from, select, value: before !== null && same(before.value, value) ? before.value : value }
    return last.current.value
  })
}

/** How many proposed changes nobody has decided yet. */
export const suggestionsIn = (contents: readonly PlanContent[]): number =>
  contents.reduce((sum, { openSuggestions }) => sum + openSuggestions, 0)

/** Something missing, and the room in which it is. */
export interface GapInRoom {
  readonly room: LiveRoom
  readonly gap: PlanGap
}

const isSame = (a: GapInRoom, b: GapInRoom | undefined) =>
  a.room === b?.room && (Object.keys(a.gap) as (keyof PlanGap)[]).every((field) => a.gap[field] === b.gap[field])
const sameGaps = (a: readonly GapInRoom[], b: readonly GapInRoom[]) => a.length === b.length && a.every((gap, at) => isSame(gap, b[at]))

/** What is missing in the rooms that are open to the reader, as it is written; the same list while the same is missing. */
export const useGaps = (rooms: readonly LiveRoom[]): readonly GapInRoom[] => {
  const templates = useTemplates()
  const today = wallTimeOf(useNow()).date
  const find = useCallback(
    (contents: readonly PlanContent[]): readonly GapInRoom[] => {
      const templateId = contents.find(({ room }) => room === 'core')?.templateId ?? null
      const template = templates?.find(({ id }) => id === templateId) ?? null
      return rooms.flatMap((room, at) => {
        const content = contents[at]
        return content === undefined ? [] : gapsOf(content, { template, today }).map((gap) => ({ room, gap }))
      })
    },
    [rooms, templates, today],
  )
  return useFromContents(rooms, find, sameGaps)
}
