import { canInPlan, refuseInPlans } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { writersOf } from '../store/writers.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** Who stands behind the numbers of a room that is open to who asks; any other room does not exist (PL17). */
export const readWriters: Of<'readWriters'> =
  ({ db }) =>
  (ctx, { planId, room }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { resourceOf } = await readablePlan(trx, planId, ctx.subject)
      if (!canInPlan(ctx.subject, 'plan.read', resourceOf(room))) throw refuseInPlans('not-found')
      return writersOf(trx, planId, room)
    })
