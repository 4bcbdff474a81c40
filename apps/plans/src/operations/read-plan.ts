import { record } from '@mreza/audit'
import { asSubject } from '@mreza/db'
import { openRooms } from '../store/plans.ts'
import { readRoom } from '../store/read-rows.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** The rows of the rooms that are open to the one who asks; a look into confidential rooms is recorded (rule D8). */
export const readPlan: Of<'readPlan'> =
  ({ db }) =>
  (ctx, { planId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan, openRooms: open } = await readablePlan(trx, planId, ctx.subject)
      const stored = await openRooms(trx, planId)
      const rooms = []
      for (const room of open.flatMap((name) => stored.filter((row) => row.room === name))) rooms.push(await readRoom(trx, room))
      const confidential = rooms.filter(({ room, seq }) => room !== 'core' && seq > 0).map(({ room }) => room)
      if (confidential.length > 0) {
        const { personId, institutionId } = ctx.subject
        const refs = { planId, rooms: confidential.join(' ') }
        await record(trx, { chain: plan.case_id, action: 'read-plan', actor: { personId, institutionId }, refs })
      }
      return { planId, caseId: plan.case_id, rooms }
    })
