import type { Subject } from '@mreza/contracts-kernel'
import { refuseInPlans, type ThreadId } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import { type ThreadRow, threadById } from '../store/comments.ts'
import { roomResources } from '../store/narrowed-rights.ts'
import type { PlansTables } from '../store/tables.ts'
import { mayInRoom } from './may-plan.ts'

/** A thread in which the subject may speak; in a room that is closed to them there is none (PL17, rule D6). @throws not-found, not-allowed */
export const commentableThread = async (trx: Trx<PlansTables>, threadId: ThreadId, subject: Subject): Promise<ThreadRow> => {
  const thread = await threadById(trx, threadId)
  if (thread === undefined) throw refuseInPlans('not-found')
  const resourceOf = await roomResources(trx, thread.case_id, subject.institutionId)
  mayInRoom(subject, 'plan.comment', resourceOf(thread.room))
  return thread
}
