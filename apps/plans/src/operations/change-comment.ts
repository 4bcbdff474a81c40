import { refuseInPlans } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { commentById, rewordComment, wholeThread } from '../store/comments.ts'
import { commentableThread } from './may-thread.ts'
import type { Of } from './parts.ts'
import { recordOfThread } from './say-in-thread.ts'

/** Says one's own remark in other words; nobody else's can be changed (PL17). */
export const changeComment: Of<'changeComment'> =
  ({ db, news }) =>
  async (ctx, { commentId, text }) => {
    const { planId, answer } = await asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const comment = await commentById(trx, commentId)
      if (comment === undefined) throw refuseInPlans('not-found')
      const thread = await commentableThread(trx, comment.thread_id, ctx.subject)
      if (comment.by !== ctx.subject.personId) throw refuseInPlans('not-allowed')
      await rewordComment(trx, commentId, text, ctx.now.toISOString())
      await recordOfThread(trx, 'change-comment', ctx.subject, thread)
      return { planId: thread.plan_id, answer: await wholeThread(trx, thread.id) }
    })
    news.tell(planId, { news: 'comments', room: answer.room })
    return answer
  }
