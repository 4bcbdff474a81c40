import type { PlanId } from '@mreza/contracts-kernel'
import { couldEverInPlan, type PlanRoom, type RoomRequest } from '@mreza/contracts-plans'
import { ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { DoorContext, type DoorState } from './door-context.ts'

/** The reader's own last request for a room, and whether it waits. */
const standingOf = (requests: readonly RoomRequest[], room: PlanRoom) => {
  const own = requests.filter((request) => request.room === room).sort((a, b) => (a.at < b.at ? 1 : -1))
  const [last] = own
  return {
    askedAt: last !== undefined && last.answer === null ? last.at : null,
    declined: last?.answer === 'declined' ? (last.answerReason ?? '') : null,
  }
}

const AskDialog = ({ planId, room, onClose }: { planId: PlanId; room: PlanRoom; onClose: () => void }) => {
  const t = useTexts('plan')
  const { plans } = useApi()
  const queryClient = useQueryClient()
  const onSuccess = async () => {
    await queryClient.invalidateQueries(plans.listRoomRequests.queryFilter())
    onClose()
  }
  const asking = useMutation(plans.requestRoom.mutationOptions({ onSuccess }))
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('door.ask.question', { room: t(`room.${room}`) })}
      consequence={t('door.ask.consequence')}
      confirm={t('door.ask.confirm')}
      isPending={asking.isPending}
      refusal={refusalIfAny(asking.error)}
      onConfirm={(reason) => asking.mutate({ planId, room, reason })}
    />
  )
}

/** Lets the doors inside be asked for, and tells each how the reader's request stands (PL18). */
export const Doors = ({ planId, children }: { planId: PlanId; children: ReactNode }) => {
  const { subject } = useMe()
  const mayAsk = couldEverInPlan(subject, 'plan.request-room')
  const { data } = useQuery(useApi().plans.listRoomRequests.queryOptions({ planId }, { enabled: mayAsk }))
  const [asked, setAsked] = useState<PlanRoom | null>(null)
  const doorOf = useCallback(
    (room: PlanRoom): DoorState => ({
      ...standingOf(data?.filter(({ by }) => by === subject.personId) ?? [], room),
      onAsk: mayAsk ? () => setAsked(room) : undefined,
    }),
    [data, mayAsk, subject.personId],
  )
  return (
    <DoorContext value={doorOf}>
      {children}
      {asked !== null && <AskDialog planId={planId} room={asked} onClose={() => setAsked(null)} />}
    </DoorContext>
  )
}
