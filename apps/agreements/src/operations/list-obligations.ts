import { canInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { listRows } from '../store/obligations.ts'
import type { Of } from './parts.ts'

/** Obligations of a network, what hurts first; of another network there are none to see (rule D6). */
export const listObligations: Of<'listObligations'> =
  ({ db }) =>
  async (ctx, narrowed) => {
    if (!canInAgreements(ctx.subject, 'agreement.read', narrowed)) return []
    return asSubject(db.runtime, ctx.databaseKey, (trx) => listRows(trx, narrowed))
  }
