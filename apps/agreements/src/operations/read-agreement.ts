import { asSubject } from '@mreza/db'
import { readable } from './may.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'

/** One agreement with its text. */
export const readAgreement: Of<'readAgreement'> =
  ({ db }) =>
  (ctx, { agreementId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => presentDetail(await readable(trx, agreementId, ctx.subject), ctx.subject))
