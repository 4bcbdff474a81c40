import type { PlanId } from '@mreza/contracts-kernel'
import type { Writer } from '@mreza/contracts-plans'
import { useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import type { LiveRoom } from '../live/live-room.ts'

const none: ReadonlyMap<number, Writer> = new Map()
const minute = 60_000

/**
 * Who stands behind the numbers in these rooms (PL17); asked for only while `wanted`. Whoever comes later gets a number that is not known
 * yet, so the answer is asked for again each minute.
 */
export const useWriters = (planId: PlanId, rooms: readonly LiveRoom[], wanted: boolean): ReadonlyMap<number, Writer> => {
  const api = useApi()
  const combine = useCallback(
    (answers: readonly { readonly data?: readonly Writer[] | undefined }[]): ReadonlyMap<number, Writer> =>
      answers.every(({ data }) => data === undefined)
        ? none
        : new Map(answers.flatMap(({ data = [] }) => data.map((writer) => [writer.clientId, writer] as const))),
    [],
  )
  return useQueries({
    queries: rooms.map(({ room }) => ({
      ...api.plans.readWriters.queryOptions({ planId, room }),
      enabled: wanted,
      staleTime: minute,
      refetchInterval: minute,
      retry: false,
    })),
    combine,
  })
}
