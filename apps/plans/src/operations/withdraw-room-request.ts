import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { canInPlan, refuseInPlans, roomRequestWithdrawn } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { requestById, roomRequestFrom, withdrawRequest } from '../store/room-requests.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** Takes one's own request back while nobody has answered it; that it was made stays on record (PL18). */
export const withdrawRoomRequest: Of<'withdrawRoomRequest'> =
  ({ db }) =>
  (ctx, { requestId }) => {
    const { subject, databaseKey } = ctx
    return asSubject(db.runtime, databaseKey, async (trx) => {
      const asked = await requestById(trx, requestId)
      if (asked === undefined) throw refuseInPlans('not-found')
      const { plan, resourceOf } = await readablePlan(trx, asked.plan_id, subject)
      const isOwn = asked.by === subject.personId
      if (!isOwn || !canInPlan(subject, 'plan.request-room', resourceOf(asked.room))) throw refuseInPlans('not-allowed')
      const at = ctx.now.toISOString()
      const withdrawn = await withdrawRequest(trx, requestId, subject.personId, at)
      if (withdrawn === undefined) throw refuseInPlans('already-answered')
      const { room, by } = withdrawn
      await emit(trx, roomRequestWithdrawn, { planId: plan.id, caseId: plan.case_id, at, requestId, room, by })
      const actor = { personId: subject.personId, institutionId: subject.institutionId }
      await record(trx, { chain: plan.case_id, action: 'withdraw-room-request', actor, refs: { planId: plan.id, room, requestId } })
      return roomRequestFrom(withdrawn)
    })
  }
