import type { Instant, Subject } from '@mreza/contracts-kernel'
import type { ReferralRow } from '../store/referrals.ts'

/** What every answer to a referral says in its event; it concerns the one who sent it and their institution. */
export const referralFacts = (row: ReferralRow, actor: Subject, at: Instant) => ({
  at,
  networkId: row.network_id,
  actorId: actor.personId,
  referralId: row.id,
  senderId: row.sender_id,
  receiverId: row.receiver_id,
  audience: { personIds: [row.sent_by], institutionIds: [row.sender_id] },
})
