import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { wholeThread } from '../store/comments.ts'
import { commentableThread } from './may-thread.ts'
import type { Of } from './parts.ts'
import { recordOfThread, sayInThread } from './say-in-thread.ts'

/** Adds a remark to a conversation (PL17). */
export const replyInThread: Of<'replyInThread'> =
  ({ db, news }) =>
  async (ctx, { threadId, text, mentions }) => {
    const { subject, databaseKey, now } = ctx
    const { planId, answer } = await asSubject(db.runtime, databaseKey, async (trx) => {
      const thread = await commentableThread(trx, threadId, subject)
      await once(trx, ctx, 'replyInThread', async () => {
        await sayInThread(trx, thread, { text, mentions }, subject, now)
        await recordOfThread(trx, 'reply-in-thread', subject, thread)
      })
      return { planId: thread.plan_id, answer: await wholeThread(trx, threadId) }
    })
    news.tell(planId, { news: 'comments', room: answer.room })
    return answer
  }
