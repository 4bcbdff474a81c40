import { canInPlan } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { planResource } from '../store/leads.ts'
import { requestsOfPlan, roomRequestFrom } from '../store/room-requests.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** The requests for closed rooms that one made oneself; for who leads the plan, everybody's (PL18). */
export const listRoomRequests: Of<'listRoomRequests'> =
  ({ db }) =>
  (ctx, { planId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan } = await readablePlan(trx, planId, ctx.subject)
      const leads = canInPlan(ctx.subject, 'plan.lead', await planResource(trx, plan.case_id))
      const rows = await requestsOfPlan(trx, planId)
      return rows.filter(({ by }) => leads || by === ctx.subject.personId).map(roomRequestFrom)
    })
