import type { CaseId } from '@mreza/contracts-kernel'
import type { OpenedPlan, PlanRoom } from '@mreza/contracts-plans'
import { planDocumentVersion } from '@mreza/plan-document'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { JoinedRooms } from './joined-rooms.ts'
import type { LiveRoom, RoomState } from './live-room.ts'
import { takeWayIn } from './way-in.ts'

/** A plan that is open, with its rooms that are open to this person, joined. */
export interface LivePlan {
  readonly plan: OpenedPlan
  readonly rooms: ReadonlyMap<PlanRoom, LiveRoom>
}

const isSamePlan = (a: OpenedPlan, b: OpenedPlan) => JSON.stringify(a) === JSON.stringify(b)

/** Gives tickets for the rooms of a case's plan, for lines that come after the first. */
const useTicketOffice = () => {
  const { mutateAsync } = useMutation(useApi().plans.issueTicket.mutationOptions())
  return useCallback(
    (planId: OpenedPlan['planId'], room: PlanRoom, previousClientId: number | undefined) => {
      const returning = previousClientId === undefined ? {} : { previousClientId }
      return mutateAsync({ planId, room, schemaVersion: planDocumentVersion, ...returning })
    },
    [mutateAsync],
  )
}

/**
 * Comes into the plan of a case, which is made the first time, and joins its rooms while the page is open; `again` asks anew what of it is
 * open. The same object until that changes.
 */
export const useLivePlan = (caseId: CaseId) => {
  const api = useApi()
  const queryClient = useQueryClient()
  const office = useTicketOffice()
  const { mutateAsync: look } = useMutation(api.plans.openPlan.mutationOptions())
  const [live, setLive] = useState<LivePlan | undefined>(undefined)
  const [cause, setCause] = useState<unknown>(null)
  const joined = useRef<JoinedRooms | null>(null)
  useEffect(() => {
    const rooms = new JoinedRooms(office)
    const isHere = () => joined.current === rooms
    joined.current = rooms
    takeWayIn(queryClient, api, caseId).then(
      ({ plan, tickets }) => isHere() && setLive({ plan, rooms: rooms.open(plan, tickets) }),
      (why: unknown) => isHere() && setCause(why),
    )
    return () => {
      joined.current = null
      rooms.leave()
      setLive(undefined)
      setCause(null)
    }
  }, [queryClient, api, caseId, office])
  const again = useCallback(async () => {
    const rooms = joined.current
    try {
      const plan = await look({ caseId })
      if (rooms === null || joined.current !== rooms) return
      const open = rooms.open(plan)
      setLive((before) => (before?.rooms === open && isSamePlan(before.plan, plan) ? before : { plan, rooms: open }))
      setCause(null)
    } catch (why) {
      if (joined.current === rooms) setCause(why)
    }
  }, [look, caseId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed, so what was shown before can go
  useEffect(() => joined.current?.leaveFormer(), [live])
  return { live, refusal: refusalIfAny(cause), again }
}

/** How a room stands for the page: what is typed and who is here change nothing in it. */
export type RoomStanding = Pick<RoomState, 'line' | 'over' | 'here' | 'stranded'>

const standings = new WeakMap<LiveRoom, RoomStanding>()

const standingOf = (room: LiveRoom): RoomStanding => {
  const { line, over, here, stranded } = room.read()
  const known = standings.get(room)
  if (known?.line === line && known.over === over && known.here === here && known.stranded === stranded) return known
  const standing = { line, over, here, stranded }
  standings.set(room, standing)
  return standing
}

/** How a room stands; the same object until that changes, so that nothing is drawn again for a key. */
export const useRoomState = (room: LiveRoom): RoomStanding => useSyncExternalStore(room.subscribe, () => standingOf(room))
