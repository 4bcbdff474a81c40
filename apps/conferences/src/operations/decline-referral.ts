import { emit } from '@mreza/bus'
import { clockEnded, referralDeclined } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { endClock } from '../store/clocks.ts'
import { summaryFrom } from '../store/referrals.ts'
import { audit } from './announce.ts'
import { clockEndedFacts } from './clock-facts.ts'
import { answerableReferral, readableReferral } from './may-referral.ts'
import { measureAnswer } from './measure-duty.ts'
import type { Of } from './parts.ts'
import { referralFacts } from './referral-facts.ts'

/** Declines a referral with a reason that its two institutions read (CF3). */
export const declineReferral: Of<'declineReferral'> =
  ({ db }) =>
  (ctx, { referralId, reason }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { row, clock } = await answerableReferral(trx, referralId, ctx.subject)
      const at = ctx.now.toISOString()
      await trx
        .updateTable('referral')
        .set({ state: 'declined', answered_at: at, decline_reason: reason })
        .where('id', '=', referralId)
        .execute()
      await measureAnswer(trx, clock, row, at)
      const ended = await endClock(trx, { clockId: clock.id }, at)
      await emit(trx, referralDeclined, referralFacts(row, ctx.subject, at))
      if (ended !== undefined) await emit(trx, clockEnded, clockEndedFacts(ended, null, ctx.subject, at))
      await audit(trx, ctx.subject, { chain: `referral:${referralId}`, action: 'decline-referral', refs: { referralId } })
      return summaryFrom(await readableReferral(trx, referralId, ctx.subject), at)
    })
