import { asSubject } from '@mreza/db'
import { readableObligation } from '../obligations/may-obligation.ts'
import { detailFrom } from '../store/obligations.ts'
import type { Of } from './parts.ts'

/** One obligation with its terms, evidence and what was said. */
export const readObligation: Of<'readObligation'> =
  ({ db }) =>
  (ctx, { obligationId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => detailFrom(trx, await readableObligation(trx, obligationId, ctx.subject)))
