import { PlanNews } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/**
 * Says every kind of news at once, so that whoever comes back after a broken line asks again, and then each as it happens. Before each
 * word the database is asked whether it is still open to the caller; the stream ends within a second of the right (rule D11).
 */
export const watchPlan: Of<'watchPlan'> = ({ db, news }) =>
  async function* (ctx, { planId }) {
    const { subject, databaseKey, signal } = ctx
    const { plan } = await asSubject(db.runtime, databaseKey, (trx) => readablePlan(trx, planId, subject))
    const { queue, close } = news.watch({ planId, caseId: plan.case_id, personId: subject.personId, databaseKey })
    const leave = () => queue.end()
    signal.addEventListener('abort', leave)
    try {
      if (signal.aborted) return
      for (const each of PlanNews.options) queue.say(each)
      for await (const each of queue.words()) yield { news: each }
    } finally {
      signal.removeEventListener('abort', leave)
      close()
    }
  }
