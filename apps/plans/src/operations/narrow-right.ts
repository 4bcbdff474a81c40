import { record } from '@mreza/audit'
import { refuseInPlans } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { dropNarrowedRight, narrowedRightsOf, putNarrowedRight } from '../store/narrowed-rights.ts'
import { holdersOf } from '../store/plans.ts'
import { ledPlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** Narrows an institution in a plan, or lets it write again (PL16); its open sockets follow within a second (PL11). */
export const narrowRight: Of<'narrowRight'> =
  ({ db, news, lookAgain }) =>
  async (ctx, { planId, institutionId, right }) => {
    const { subject, databaseKey, now } = ctx
    const narrowed = await asSubject(db.runtime, databaseKey, async (trx) => {
      const { plan } = await ledPlan(trx, planId, subject)
      const holders = await holdersOf(trx, plan.case_id)
      if (!holders.some((holder) => holder.institutionId === institutionId)) throw refuseInPlans('not-found', { field: 'institutionId' })
      const of = { plan_id: planId, case_id: plan.case_id, institution_id: institutionId }
      if (right === 'write') await dropNarrowedRight(trx, plan.case_id, institutionId)
      else await putNarrowedRight(trx, { ...of, narrowed_to: right, by: subject.personId, at: now.toISOString() })
      const actor = { personId: subject.personId, institutionId: subject.institutionId }
      await record(trx, { chain: plan.case_id, action: 'narrow-right', actor, refs: { planId, institutionId, right } })
      return narrowedRightsOf(trx, plan.case_id)
    })
    lookAgain()
    news.tell(planId, { news: 'rights' })
    return narrowed
  }
