import { asSubject } from '@mreza/db'
import { detailFrom } from '../store/referrals.ts'
import { readableReferral } from './may-referral.ts'
import type { Of } from './parts.ts'

/** A referral as its two institutions read it (CF4). */
export const readReferral: Of<'readReferral'> =
  ({ db }) =>
  (ctx, { referralId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) =>
      detailFrom(await readableReferral(trx, referralId, ctx.subject), ctx.now.toISOString()),
    )
