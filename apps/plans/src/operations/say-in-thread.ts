import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import type { PersonId, Subject } from '@mreza/contracts-kernel'
import { commentMentioned, refuseInPlans } from '@mreza/contracts-plans'
import { newId, type Trx } from '@mreza/db'
import { countComments, insertComment, type ThreadRow } from '../store/comments.ts'
import { readersAmong } from '../store/members.ts'
import type { PlansTables } from '../store/tables.ts'

/** All that was ever said beside a plan; one answer carries it (rule D18). */
const mostComments = 2_000

/** A remark as it was typed. */
export interface Remark {
  readonly text: string
  readonly mentions: readonly PersonId[]
}

/** What is done with a thread, as the audit keeps it: ids only, never what was said (rule D19). */
export const recordOfThread = (
  trx: Trx<PlansTables>,
  action: 'start-thread' | 'reply-in-thread' | 'change-comment' | 'resolve-thread' | 'reopen-thread',
  { personId, institutionId }: Subject,
  thread: ThreadRow,
): Promise<void> => {
  const refs = { planId: thread.plan_id, room: thread.room, threadId: thread.id }
  return record(trx, { chain: thread.case_id, action, actor: { personId, institutionId }, refs })
}

/**
 * Adds a remark to a thread in the name of who says it, and tells those of the mentioned who may read the room now; the others are
 * left out in silence (PL17, rule D6).
 */
export const sayInThread = async (trx: Trx<PlansTables>, thread: ThreadRow, remark: Remark, by: Subject, now: Date): Promise<void> => {
  if ((await countComments(trx, thread.case_id)) >= mostComments) throw refuseInPlans('too-large', { field: 'text' })
  const [id, at, mentions] = [newId<'CommentId'>(), now.toISOString(), [...new Set(remark.mentions)]]
  const of = { case_id: thread.case_id, room: thread.room }
  const said = { text: remark.text, by: by.personId, institution_id: by.institutionId, at, changed_at: null, mentions }
  await insertComment(trx, { id, thread_id: thread.id, ...of, ...said })
  const personIds = await readersAmong(trx, thread.case_id, thread.room, mentions)
  if (personIds.length === 0) return
  const told = { at, actorId: by.personId, audience: { personIds }, planId: thread.plan_id, caseId: thread.case_id }
  await emit(trx, commentMentioned, { ...told, threadId: thread.id, commentId: id, room: thread.room })
}
