import { record } from '@mreza/audit'
import { refuseInPlans } from '@mreza/contracts-plans'
import { asSubject, asWorker } from '@mreza/db'
import { compactRoom } from '../live/compact-room.ts'
import { roomIdsOf } from '../store/plans.ts'
import { forgetQuotesOf } from '../store/quotes.ts'
import { dropAutomaticPoints } from '../store/versions.ts'
import { ledPlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/**
 * Takes deleted words out of the log and the snapshot of every room of a plan, its automatic points and what its conversations quote
 * now, also of rooms that are closed to who leads it: who asks sees nothing of them (PL12). It can be repeated, and finishes what a
 * process that was killed left.
 */
export const purgeDeleted: Of<'purgeDeleted'> =
  ({ db }) =>
  async (ctx, { planId }) => {
    const { personId, institutionId } = ctx.subject
    await asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan } = await ledPlan(trx, planId, ctx.subject)
      await record(trx, { chain: plan.case_id, action: 'purge-deleted', actor: { personId, institutionId }, refs: { planId } })
    })
    for (const room of await roomIdsOf(db.worker, planId))
      if (!(await compactRoom(db.worker, room, ctx.now))) throw refuseInPlans('unexpected')
    await asWorker(db.worker, async (trx) => {
      await dropAutomaticPoints(trx, planId)
      await forgetQuotesOf(trx, planId)
    })
    return { at: ctx.now.toISOString() }
  }
