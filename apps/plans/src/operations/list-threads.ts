import { record } from '@mreza/audit'
import { asSubject } from '@mreza/db'
import { threadsOfPlan } from '../store/comments.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'
import { mostThreads } from './start-thread.ts'

/** The conversations of the rooms that are open to who asks; a look into confidential ones is recorded (rule D8). */
export const listThreads: Of<'listThreads'> =
  ({ db }) =>
  (ctx, { planId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan, openRooms } = await readablePlan(trx, planId, ctx.subject)
      const threads = await threadsOfPlan(trx, planId, openRooms, mostThreads)
      const confidential = new Set(threads.map(({ room }) => room).filter((room) => room !== 'core'))
      if (confidential.size > 0) {
        const { personId, institutionId } = ctx.subject
        const refs = { planId, rooms: [...confidential].sort().join(' ') }
        await record(trx, { chain: plan.case_id, action: 'read-comments', actor: { personId, institutionId }, refs })
      }
      return threads
    })
