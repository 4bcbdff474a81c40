import { asSubject } from '@mreza/db'
import { activitiesOfInstitution } from '../store/read-rows.ts'
import type { Of } from './parts.ts'

/** What the institution of the one who asks has to do in plans that are open to them (PL9). */
export const listActivities: Of<'listActivities'> =
  ({ db }) =>
  (ctx, { dueUntil }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) => activitiesOfInstitution(trx, ctx.subject.institutionId, dueUntil))
