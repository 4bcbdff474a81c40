import { record } from '@mreza/audit'
import { refuseInPlans } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { mayInRoom, readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** Writes down that text went from one room into another, by someone who may write in both: which rooms and how much, no word of it (PL22). */
export const recordMove: Of<'recordMove'> =
  ({ db }) =>
  (ctx, { planId, from, to, characters }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan, resourceOf } = await readablePlan(trx, planId, ctx.subject)
      for (const room of [from, to]) mayInRoom(ctx.subject, 'plan.write', resourceOf(room))
      if (from === to) throw refuseInPlans('invalid-input', { field: 'to' })
      const { personId, institutionId } = ctx.subject
      const refs = { planId, from, to, characters: String(characters) }
      await record(trx, { chain: plan.case_id, action: 'move-text', actor: { personId, institutionId }, refs })
      return { at: ctx.now.toISOString() }
    })
