import { asSubject } from '@mreza/db'
import { narrowedRightsOf } from '../store/narrowed-rights.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** How the lead narrowed institutions in a plan: open to all who work in it, so that nobody wonders (PL16). */
export const listNarrowedRights: Of<'listNarrowedRights'> =
  ({ db }) =>
  (ctx, { planId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan } = await readablePlan(trx, planId, ctx.subject)
      return narrowedRightsOf(trx, plan.case_id)
    })
