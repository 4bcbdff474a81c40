import type { CaseId } from '@mreza/contracts-kernel'
import type { OpenedPlan, PlanRoom } from '@mreza/contracts-plans'
import { planDocumentVersion } from '@mreza/plan-document'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { LiveRoom, type RoomState } from './live-room.ts'

/** Opens the plan of a case, and makes it the first time. */
export const useOpenedPlan = (caseId: CaseId) => {
  const { mutate, data, error } = useMutation(useApi().plans.openPlan.mutationOptions())
  useEffect(() => mutate({ caseId }), [mutate, caseId])
  return { plan: data, refusal: refusalIfAny(error) }
}

/** The rooms of a plan that are open to this person, joined while the page is open. */
export const useLiveRooms = (plan: OpenedPlan): ReadonlyMap<PlanRoom, LiveRoom> => {
  const { mutateAsync } = useMutation(useApi().plans.issueTicket.mutationOptions())
  const rooms = useMemo(() => {
    const open = plan.rooms.filter(({ right }) => right !== 'none')
    return new Map(
      open.map(({ room, right }) => {
        const office = (previousClientId: number | undefined) =>
          mutateAsync({
            planId: plan.planId,
            room,
            schemaVersion: planDocumentVersion,
            ...(previousClientId === undefined ? {} : { previousClientId }),
          })
        return [room, new LiveRoom(plan.planId, room, right, office)] as const
      }),
    )
  }, [plan, mutateAsync])
  useEffect(() => {
    for (const room of rooms.values()) void room.join()
    return () => {
      for (const room of rooms.values()) room.leave()
    }
  }, [rooms])
  return rooms
}

/** What a room's line is doing. */
export const useRoomState = (room: LiveRoom): RoomState => useSyncExternalStore(room.subscribe, room.read)
