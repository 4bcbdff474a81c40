import { emit } from '@mreza/bus'
import { referralAcknowledged } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { summaryFrom } from '../store/referrals.ts'
import { audit } from './announce.ts'
import { answerableReferral, readableReferral } from './may-referral.ts'
import { measureAnswer } from './measure-duty.ts'
import type { Of } from './parts.ts'
import { referralFacts } from './referral-facts.ts'

/** Says that the referral was seen; the clock runs on (CF3). A second time changes nothing. */
export const acknowledgeReferral: Of<'acknowledgeReferral'> =
  ({ db }) =>
  (ctx, { referralId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { row, clock } = await answerableReferral(trx, referralId, ctx.subject)
      const at = ctx.now.toISOString()
      if (row.state === 'sent') {
        await trx.updateTable('referral').set({ state: 'acknowledged', acknowledged_at: at }).where('id', '=', referralId).execute()
        await measureAnswer(trx, clock, row, at)
        await emit(trx, referralAcknowledged, referralFacts(row, ctx.subject, at))
        await audit(trx, ctx.subject, { chain: `referral:${referralId}`, action: 'acknowledge-referral', refs: { referralId } })
      }
      return summaryFrom(await readableReferral(trx, referralId, ctx.subject), at)
    })
