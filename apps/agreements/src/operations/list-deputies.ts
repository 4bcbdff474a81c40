import { asSubject } from '@mreza/db'
import { deputiesOf } from '../store/deputies.ts'
import type { Of } from './parts.ts'

/** Who deputises now for the head of an institution; of another network there is nobody to see (rule D6). */
export const listDeputies: Of<'listDeputies'> =
  ({ db }) =>
  (ctx, { institutionId }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) => deputiesOf(trx, institutionId))
