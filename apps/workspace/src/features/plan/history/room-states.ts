import type { PlanRoom, VersionId, VersionRoom } from '@mreza/contracts-plans'
import { type PlanContent, readPlanContent } from '@mreza/plan-document'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import * as Y from 'yjs'
import { useApi } from '../../../api/api-context.tsx'
import { useContents } from '../panel/use-gaps.ts'
import { usePlan } from '../plan-context.ts'

/** A side of a comparison: a version, or the draft as it is written at this moment. */
export type Side = VersionId | 'draft'

/** What the rooms of one side say; undefined until it has come. */
export type RoomStates = ReadonlyMap<PlanRoom, PlanContent>

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** The document of a room as it was kept. */
export const documentOf = ({ state }: VersionRoom): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytesOf(state))
  return doc
}

/** A version with the rooms of it that are open to the reader. */
export const useVersion = (id: Side | undefined) =>
  useQuery(
    useApi().plans.readVersion.queryOptions(
      { versionId: id as VersionId },
      { enabled: id !== undefined && id !== 'draft', staleTime: Infinity },
    ),
  )

/** What the rooms of a side say. */
export const useRoomStates = (side: Side | undefined): RoomStates | undefined => {
  const { list } = usePlan()
  const draft = useContents(list)
  const { data } = useVersion(side)
  return useMemo(() => {
    if (side === 'draft') return new Map(draft.map((content) => [content.room, content]))
    return data && new Map(data.rooms.map((kept) => [kept.room, readPlanContent(documentOf(kept), kept.room)]))
  }, [side, draft, data])
}
