import { asSubject } from '@mreza/db'
import { setResolved, wholeThread } from '../store/comments.ts'
import { commentableThread } from './may-thread.ts'
import type { Of } from './parts.ts'
import { recordOfThread } from './say-in-thread.ts'

/** Closes a conversation, or opens it again; who closed it first stays named (PL17). */
export const resolveThread: Of<'resolveThread'> =
  ({ db, news }) =>
  async (ctx, { threadId, resolved }) => {
    const { planId, answer } = await asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const thread = await commentableThread(trx, threadId, ctx.subject)
      if ((thread.resolved_at !== null) !== resolved) {
        await setResolved(trx, threadId, resolved ? { personId: ctx.subject.personId, at: ctx.now.toISOString() } : null)
        await recordOfThread(trx, resolved ? 'resolve-thread' : 'reopen-thread', ctx.subject, thread)
      }
      return { planId: thread.plan_id, answer: await wholeThread(trx, threadId) }
    })
    news.tell(planId, { news: 'comments', room: answer.room })
    return answer
  }
