import type { PlanGap, PlanTemplate } from '@mreza/contracts-plans'
import { wallTimeOf } from '@mreza/i18n'
import { gapsOf, type PlanContent } from '@mreza/plan-document'
import { useNow } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { followedContent } from '../document/use-content.ts'
import type { LiveRoom } from '../live/live-room.ts'

const day = 24 * 60 * 60_000

/** The templates of plans; they change with a new version of the house only. */
export const useTemplates = (): readonly PlanTemplate[] | undefined =>
  useQuery(useApi().plans.listPlanTemplates.queryOptions({}, { staleTime: day })).data

const pause = 300

/**
 * What several rooms say, for what stands beside the text: looked at again a moment after a change, so that a key never waits for it. The
 * same array until one of them changes.
 */
export const useContents = (rooms: readonly LiveRoom[]): readonly PlanContent[] => {
  const store = useMemo(() => {
    let last: readonly PlanContent[] | null = null
    const read = () => {
      const next = rooms.map((room) => followedContent(room).read())
      if (last === null || next.length !== last.length || next.some((content, at) => content !== last?.[at])) last = next
      return last
    }
    const subscribe = (changed: () => void) => {
      let waiting: ReturnType<typeof setTimeout> | undefined
      const again = () => {
        waiting = undefined
        read()
        changed()
      }
      const soon = () => {
        waiting ??= setTimeout(again, pause)
      }
      const ends = rooms.map((room) => followedContent(room).subscribe(soon))
      // What changed between the first look and now is not told any more.
      soon()
      return () => {
        clearTimeout(waiting)
        for (const end of ends) end()
      }
    }
    const shown = () => last ?? read()
    return { shown, subscribe }
  }, [rooms])
  return useSyncExternalStore(store.subscribe, store.shown)
}

/** Something missing, and the room in which it is. */
export interface GapInRoom {
  readonly room: LiveRoom
  readonly gap: PlanGap
}

const isSame = (a: GapInRoom, b: GapInRoom) =>
  a.room === b.room && (Object.keys(a.gap) as (keyof PlanGap)[]).every((field) => a.gap[field] === b.gap[field])

/** What is missing in the rooms that are open to the reader, as it is written; what goes on missing stays the same object. */
export const useGaps = (rooms: readonly LiveRoom[]): readonly GapInRoom[] => {
  const contents = useContents(rooms)
  const templates = useTemplates()
  const today = wallTimeOf(useNow()).date
  const before = useRef<readonly GapInRoom[]>([])
  return useMemo(() => {
    const templateId = contents.find(({ room }) => room === 'core')?.templateId ?? null
    const template = templates?.find(({ id }) => id === templateId) ?? null
    const found = rooms.flatMap((room, at) => {
      const content = contents[at]
      return content === undefined ? [] : gapsOf(content, { template, today }).map((gap) => ({ room, gap }))
    })
    before.current = found.map((each, at) => {
      const known = before.current[at]
      return known !== undefined && isSame(known, each) ? known : each
    })
    return before.current
  }, [rooms, contents, templates, today])
}
