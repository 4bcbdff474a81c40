import { Instant, InstitutionId, idOf, PersonId, Reason } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { PlanRoom } from './room.ts'

export const RoomRequestId = idOf('RoomRequestId')
export type RoomRequestId = z.infer<typeof RoomRequestId>

/** Somebody asks to see a closed room; it is granted by granting a participation with that section, or declined with a reason (PL18). */
export const RoomRequest = z.strictObject({
  id: RoomRequestId,
  room: PlanRoom,
  by: PersonId,
  institutionId: InstitutionId,
  reason: Reason,
  at: Instant,
  /** `withdrawn` by who asked, while nobody had answered. */
  answer: z.enum(['granted', 'declined', 'withdrawn']).nullable(),
  answeredAt: Instant.nullable(),
  answerReason: Reason.nullable(),
})
export type RoomRequest = z.infer<typeof RoomRequest>
