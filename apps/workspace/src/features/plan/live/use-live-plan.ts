import type { CaseId } from '@mreza/contracts-kernel'
import type { OpenedPlan, PlanRoom } from '@mreza/contracts-plans'
import { planDocumentVersion } from '@mreza/plan-document'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { LiveRoom, type RoomState } from './live-room.ts'

/** Opens the plan of a case, and makes it the first time; `again` asks anew what of it is open. */
export const useOpenedPlan = (caseId: CaseId) => {
  const { mutate, data, error } = useMutation(useApi().plans.openPlan.mutationOptions())
  const known = useRef(data)
  if (data !== undefined) known.current = data
  const again = useCallback(() => mutate({ caseId }), [mutate, caseId])
  useEffect(again, [again])
  return { plan: data ?? known.current, refusal: refusalIfAny(error), again }
}

const sameRooms = (a: ReadonlyMap<PlanRoom, LiveRoom>, b: ReadonlyMap<PlanRoom, LiveRoom>) =>
  a.size === b.size && [...a].every(([name, room]) => b.get(name) === room)

/**
 * The rooms of a plan that are open to this person, joined while the page is open. A room stays the same while the right in it does, however
 * often the plan is looked at; the map too.
 */
export const useLiveRooms = (plan: OpenedPlan): ReadonlyMap<PlanRoom, LiveRoom> => {
  const { mutateAsync } = useMutation(useApi().plans.issueTicket.mutationOptions())
  const known = useRef<ReadonlyMap<PlanRoom, LiveRoom>>(new Map())
  const joined = useRef(new Set<LiveRoom>())
  const rooms = useMemo(() => {
    const officeOf = (room: PlanRoom) => (previousClientId: number | undefined) =>
      mutateAsync({
        planId: plan.planId,
        room,
        schemaVersion: planDocumentVersion,
        ...(previousClientId === undefined ? {} : { previousClientId }),
      })
    const open = plan.rooms.filter(({ right }) => right !== 'none')
    const next = new Map(
      open.map(({ room, right }) => {
        const before = known.current.get(room)
        const stays = before?.right === right && before.read().over !== 'revoked'
        // Who may still read here may have back what they could no longer write; a room that is not open any more takes its words along.
        const stranded = stays || right === 'write' ? '' : (before?.unsavedWords() ?? '')
        return [room, stays ? before : new LiveRoom(plan.planId, room, right, officeOf(room), stranded)] as const
      }),
    )
    if (!sameRooms(known.current, next)) known.current = next
    return known.current
  }, [plan, mutateAsync])
  useEffect(() => {
    for (const room of joined.current) if (rooms.get(room.room) !== room && joined.current.delete(room)) room.leave()
    for (const room of rooms.values()) if (!joined.current.has(room) && joined.current.add(room)) void room.join()
  }, [rooms])
  useEffect(
    () => () => {
      for (const room of joined.current) room.leave()
      joined.current.clear()
    },
    [],
  )
  return rooms
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
