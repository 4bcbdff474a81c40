import { asSubject } from '@mreza/db'
import { tellApproval } from '../domain/approval.ts'
import { readRooms } from '../versions/freeze-rooms.ts'
import { judgeRooms } from '../versions/judge-rooms.ts'
import { ledPlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** What still stands between the plan, as it is on disk, and its approval (PL8, PL19). */
export const checkApproval: Of<'checkApproval'> =
  ({ db, templates }) =>
  async (ctx, { planId }) => {
    const { openRooms } = await asSubject(db.runtime, ctx.databaseKey, (trx) => ledPlan(trx, planId, ctx.subject))
    return tellApproval(judgeRooms(await readRooms(db.worker, planId), templates, ctx.now), openRooms)
  }
