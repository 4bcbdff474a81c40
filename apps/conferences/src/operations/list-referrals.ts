import { asSubject } from '@mreza/db'
import { listReferralsOf, summaryFrom } from '../store/referrals.ts'
import type { Of } from './parts.ts'

/** Referrals of the caller's institution, those that wait for an answer first. */
export const listReferrals: Of<'listReferrals'> =
  ({ db }) =>
  (ctx, { box }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const loaded = await listReferralsOf(trx, ctx.subject.institutionId, box === 'received' ? 'receiver_id' : 'sender_id')
      return loaded.map((referral) => summaryFrom(referral, ctx.now.toISOString()))
    })
