import { refuseInPlans } from '@mreza/contracts-plans'
import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { isAnchorOf } from '../domain/place-of-room.ts'
import { countThreads, insertThread, wholeThread } from '../store/comments.ts'
import { openRooms } from '../store/plans.ts'
import { mayInRoom, readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'
import { recordOfThread, sayInThread } from './say-in-thread.ts'

/** More than a page can list, and a plan ever has (rule D18). */
export const mostThreads = 500

/** Begins a conversation beside a text, in a room that is open to who begins it (PL17). */
export const startThread: Of<'startThread'> =
  ({ db, news }) =>
  async (ctx, { planId, room: name, anchor, text, mentions }) => {
    const { subject, databaseKey, now } = ctx
    const thread = await asSubject(db.runtime, databaseKey, (trx) =>
      once(trx, ctx, 'startThread', async () => {
        const { resourceOf } = await readablePlan(trx, planId, subject)
        mayInRoom(subject, 'plan.comment', resourceOf(name))
        if (!isAnchorOf(name, anchor)) throw refuseInPlans('invalid-input', { field: 'anchor' })
        const room = (await openRooms(trx, planId)).find((candidate) => candidate.room === name)
        if (room === undefined) throw refuseInPlans('not-found')
        if ((await countThreads(trx, planId)) >= mostThreads) throw refuseInPlans('too-large')
        const of = { room_id: room.id, plan_id: planId, case_id: room.case_id, room: name }
        const row = { id: newId<'ThreadId'>(), ...of, anchor, started_at: now.toISOString(), resolved_by: null, resolved_at: null }
        await insertThread(trx, row)
        await sayInThread(trx, row, { text, mentions }, subject, now)
        await recordOfThread(trx, 'start-thread', subject, row)
        return wholeThread(trx, row.id)
      }),
    )
    news.tell(planId, { news: 'comments', room: name })
    return thread
  }
