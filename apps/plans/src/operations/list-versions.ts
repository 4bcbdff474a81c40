import { asSubject } from '@mreza/db'
import { versionsOf } from '../store/versions.ts'
import { presentVersion } from '../versions/present-version.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** What was kept of a plan, the newest first (PL19). */
export const listVersions: Of<'listVersions'> =
  ({ db }) =>
  (ctx, { planId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      await readablePlan(trx, planId, ctx.subject)
      return (await versionsOf(trx, planId)).map(presentVersion)
    })
