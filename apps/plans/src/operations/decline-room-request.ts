import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { refuseInPlans, roomRequestAnswered } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { declineRequest, requestById, roomRequestFrom } from '../store/room-requests.ts'
import { ledPlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** Says no to a request, with a reason, once; yes is said by granting a participation (PL18). */
export const declineRoomRequest: Of<'declineRoomRequest'> =
  ({ db }) =>
  (ctx, { requestId, reason }) => {
    const { subject, databaseKey } = ctx
    return asSubject(db.runtime, databaseKey, async (trx) => {
      const asked = await requestById(trx, requestId)
      if (asked === undefined) throw refuseInPlans('not-found')
      const { plan } = await ledPlan(trx, asked.plan_id, subject)
      const at = ctx.now.toISOString()
      const declined = await declineRequest(trx, requestId, at, reason)
      if (declined === undefined) throw refuseInPlans('already-answered')
      const of = { planId: plan.id, caseId: plan.case_id, requestId, room: declined.room, granted: false }
      await emit(trx, roomRequestAnswered, { ...of, at, actorId: subject.personId, audience: { personIds: [declined.by] } })
      const actor = { personId: subject.personId, institutionId: subject.institutionId }
      const refs = { planId: plan.id, room: declined.room, requestId }
      await record(trx, { chain: plan.case_id, action: 'decline-room-request', actor, refs })
      return roomRequestFrom(declined)
    })
  }
