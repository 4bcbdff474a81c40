import { record } from '@mreza/audit'
import { PlanRoom, refuseInPlans, rightIn } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { openRooms, openSections, planById } from '../store/plans.ts'
import { readRoom } from '../store/read-rows.ts'
import type { Of } from './parts.ts'

/** The rows of the rooms that are open to the one who asks; a look into confidential rooms is recorded (rule D8). */
export const readPlan: Of<'readPlan'> =
  ({ db }) =>
  (ctx, { planId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const plan = await planById(trx, planId)
      if (plan === undefined) throw refuseInPlans('not-found')
      const sections = await openSections(trx, plan.case_id)
      const stored = await openRooms(trx, planId)
      const open = PlanRoom.options.flatMap((name) =>
        stored.filter(({ room }) => room === name && rightIn(ctx.subject, { room, openSections: sections }) !== 'none'),
      )
      if (open.length === 0) throw refuseInPlans('not-found')
      const rooms = []
      for (const room of open) rooms.push(await readRoom(trx, room))
      const confidential = rooms.filter(({ room, seq }) => room !== 'core' && seq > 0).map(({ room }) => room)
      if (confidential.length > 0) {
        const { personId, institutionId } = ctx.subject
        const refs = { planId, rooms: confidential.join(' ') }
        await record(trx, { chain: plan.case_id, action: 'read-plan', actor: { personId, institutionId }, refs })
      }
      return { planId, caseId: plan.case_id, rooms }
    })
