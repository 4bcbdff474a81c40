import type { CaseId, PersonId, PlanId } from '@mreza/contracts-kernel'
import type { Comment, CommentId, CommentThread, PlanRoom, ThreadId } from '@mreza/contracts-plans'
import { json, type Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { CommentTable, ThreadTable } from './beside-tables.ts'
import type { PlansTables } from './tables.ts'

/** A thread as it is stored. */
export type ThreadRow = Selectable<ThreadTable>
/** A comment as it is stored. */
export type CommentRow = Selectable<CommentTable>

const commentFrom = (row: CommentRow): Comment => ({
  id: row.id,
  text: row.text,
  by: row.by,
  institutionId: row.institution_id,
  at: row.at,
  changedAt: row.changed_at,
  mentions: row.mentions,
})

const threadFrom = (row: ThreadRow, comments: readonly CommentRow[]): CommentThread => ({
  id: row.id,
  room: row.room,
  anchor: row.anchor,
  comments: comments.map(commentFrom),
  resolved: row.resolved_by === null || row.resolved_at === null ? null : { by: row.resolved_by, at: row.resolved_at },
})

const commentsOf = (trx: Trx<PlansTables>, threads: readonly ThreadId[]): Promise<CommentRow[]> =>
  threads.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('comment')
        .selectAll()
        .where('thread_id', 'in', [...threads])
        .orderBy('id')
        .execute()

/** The threads of these rooms of a plan with all that was said in them, the oldest first, at most `most`. */
export const threadsOfPlan = async (
  trx: Trx<PlansTables>,
  planId: PlanId,
  rooms: readonly PlanRoom[],
  most: number,
): Promise<CommentThread[]> => {
  const threads = await trx
    .selectFrom('thread')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('room', 'in', [...rooms])
    .orderBy('id')
    .limit(most)
    .execute()
  const comments = Map.groupBy(
    await commentsOf(
      trx,
      threads.map(({ id }) => id),
    ),
    (row) => row.thread_id,
  )
  return threads.map((row) => threadFrom(row, comments.get(row.id) ?? []))
}

/** A thread as it is stored, if it is visible. */
export const threadById = (trx: Trx<PlansTables>, id: ThreadId): Promise<ThreadRow | undefined> =>
  trx.selectFrom('thread').selectAll().where('id', '=', id).executeTakeFirst()

/** A comment as it is stored, if it is visible. */
export const commentById = (trx: Trx<PlansTables>, id: CommentId): Promise<CommentRow | undefined> =>
  trx.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst()

/** A thread with all that was said in it. */
export const wholeThread = async (trx: Trx<PlansTables>, id: ThreadId): Promise<CommentThread> => {
  const row = await trx.selectFrom('thread').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return threadFrom(row, await commentsOf(trx, [id]))
}

/** How many threads a plan has in the rooms that are open to the person of this transaction. */
export const countThreads = async (trx: Trx<PlansTables>, planId: PlanId): Promise<number> => {
  const { count } = await trx
    .selectFrom('thread')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  return count
}

/** How many comments a case's plan has in the rooms that are open to the person of this transaction. */
export const countComments = async (trx: Trx<PlansTables>, caseId: CaseId): Promise<number> => {
  const { count } = await trx
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return count
}

/** Stores a new thread. */
export const insertThread = async (trx: Trx<PlansTables>, row: ThreadRow): Promise<void> => {
  await trx
    .insertInto('thread')
    .values({ ...row, anchor: json(row.anchor) as never })
    .execute()
}

/** Stores a new comment. */
export const insertComment = async (trx: Trx<PlansTables>, row: CommentRow): Promise<void> => {
  await trx.insertInto('comment').values(row).execute()
}

/** Says a comment in other words. */
export const rewordComment = async (trx: Trx<PlansTables>, id: CommentId, text: string, at: string): Promise<void> => {
  await trx.updateTable('comment').set({ text, changed_at: at }).where('id', '=', id).execute()
}

/** Closes a thread, or opens it again with null. */
export const setResolved = async (trx: Trx<PlansTables>, id: ThreadId, by: { personId: PersonId; at: string } | null): Promise<void> => {
  await trx
    .updateTable('thread')
    .set({ resolved_by: by?.personId ?? null, resolved_at: by?.at ?? null })
    .where('id', '=', id)
    .execute()
}
