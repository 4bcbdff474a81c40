import type { PlanGap, PlanTemplate } from '@mreza/contracts-plans'
import { wallTimeOf } from '@mreza/i18n'
import { gapsOf, type PlanContent } from '@mreza/plan-document'
import { useNow } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { followedContent } from '../document/use-content.ts'
import type { LiveRoom } from '../live/live-room.ts'

const day = 24 * 60 * 60_000

/** The templates of plans; they change with a new version of the house only. */
export const useTemplates = (): readonly PlanTemplate[] | undefined =>
  useQuery(useApi().plans.listPlanTemplates.queryOptions({}, { staleTime: day })).data

/** What several rooms say; the same array until one of them changes. */
export const useContents = (rooms: readonly LiveRoom[]): readonly PlanContent[] => {
  const store = useMemo(() => {
    let last: readonly PlanContent[] = []
    const read = () => {
      const next = rooms.map((room) => followedContent(room).read())
      if (next.length !== last.length || next.some((content, at) => content !== last[at])) last = next
      return last
    }
    const subscribe = (changed: () => void) => {
      const ends = rooms.map((room) => followedContent(room).subscribe(changed))
      return () => {
        for (const end of ends) end()
      }
    }
    return { read, subscribe }
  }, [rooms])
  return useSyncExternalStore(store.subscribe, store.read)
}

/** Something missing, and the room in which it is. */
export interface GapInRoom {
  readonly room: LiveRoom
  readonly gap: PlanGap
}

/** What is missing in the rooms that are open to the reader, as it is written. */
export const useGaps = (rooms: readonly LiveRoom[]): readonly GapInRoom[] => {
  const contents = useContents(rooms)
  const templates = useTemplates()
  const today = wallTimeOf(useNow()).date
  return useMemo(() => {
    const templateId = contents.find(({ room }) => room === 'core')?.templateId ?? null
    const template = templates?.find(({ id }) => id === templateId) ?? null
    return rooms.flatMap((room, at) => {
      const content = contents[at]
      return content === undefined ? [] : gapsOf(content, { template, today }).map((gap) => ({ room, gap }))
    })
  }, [rooms, contents, templates, today])
}
