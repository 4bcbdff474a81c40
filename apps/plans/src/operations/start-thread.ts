import type { Subject } from '@mreza/contracts-kernel'
import { type CommentAnchor, type PlanRoom, refuseInPlans, type ThreadId } from '@mreza/contracts-plans'
import { asSubject, newId, type Trx } from '@mreza/db'
import { once } from '@mreza/rpc'
import type { Selectable } from 'kysely'
import { isAnchorOf } from '../domain/place-of-room.ts'
import { countThreads, insertThread, wholeThread } from '../store/comments.ts'
import { openRooms } from '../store/plans.ts'
import type { PlansTables, RoomTable } from '../store/tables.ts'
import { mayInRoom, readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'
import { type Remark, recordOfThread, sayInThread } from './say-in-thread.ts'

/** More than a page can list, and a plan ever has (rule D18). */
export const mostThreads = 500

interface Beginning extends Remark {
  readonly anchor: CommentAnchor
}

const begin = async (
  trx: Trx<PlansTables>,
  room: Selectable<RoomTable>,
  { anchor, ...remark }: Beginning,
  by: Subject,
  now: Date,
): Promise<ThreadId> => {
  if ((await countThreads(trx, room.plan_id)) >= mostThreads) throw refuseInPlans('too-large')
  const of = { room_id: room.id, plan_id: room.plan_id, case_id: room.case_id, room: room.room }
  const row = { id: newId<'ThreadId'>(), ...of, anchor, started_at: now.toISOString(), resolved_by: null, resolved_at: null }
  await insertThread(trx, row)
  await sayInThread(trx, row, remark, by, now)
  await recordOfThread(trx, 'start-thread', by, row)
  return row.id
}

const roomOf = async (trx: Trx<PlansTables>, planId: RoomTable['plan_id'], name: PlanRoom): Promise<Selectable<RoomTable>> => {
  const room = (await openRooms(trx, planId)).find((candidate) => candidate.room === name)
  if (room === undefined) throw refuseInPlans('not-found')
  return room
}

/** Begins a conversation beside a text, in a room that is open to who begins it (PL17). What is kept to answer a repetition is its id alone. */
export const startThread: Of<'startThread'> =
  ({ db, news }) =>
  async (ctx, { planId, room: name, ...beginning }) => {
    const { subject, databaseKey, now } = ctx
    const thread = await asSubject(db.runtime, databaseKey, async (trx) => {
      const { resourceOf } = await readablePlan(trx, planId, subject)
      mayInRoom(subject, 'plan.comment', resourceOf(name))
      if (!isAnchorOf(name, beginning.anchor)) throw refuseInPlans('invalid-input', { field: 'anchor' })
      const room = await roomOf(trx, planId, name)
      return wholeThread(trx, await once(trx, ctx, 'startThread', () => begin(trx, room, beginning, subject, now)))
    })
    news.tell(planId, { news: 'comments', room: name })
    return thread
  }
