import { canInConferences, refuseInConferences } from '@mreza/contracts-conferences'
import type { ReferralId, Subject } from '@mreza/contracts-kernel'
import type { ConferencesTrx } from '../store/executors.ts'
import { type LoadedReferral, loadReferral } from '../store/referrals.ts'

const endsOf = ({ row }: LoadedReferral) => ({ senderId: row.sender_id, receiverId: row.receiver_id })

/** The referral for reading; what one may not see is missing (CF4, CF14). */
export const readableReferral = async (trx: ConferencesTrx, id: ReferralId, subject: Subject): Promise<LoadedReferral> => {
  const loaded = await loadReferral(trx, id)
  if (loaded === undefined || !canInConferences(subject, 'referral.read', endsOf(loaded))) throw refuseInConferences('not-found')
  return loaded
}

/** The referral, held, for who answers it: only the receiving institution, and only while it waits for an answer (CF3). */
export const answerableReferral = async (trx: ConferencesTrx, id: ReferralId, subject: Subject): Promise<LoadedReferral> => {
  const seen = await readableReferral(trx, id, subject)
  if (!canInConferences(subject, 'referral.answer', endsOf(seen))) throw refuseInConferences('not-allowed')
  const held = await loadReferral(trx, id, true)
  if (held === undefined) throw refuseInConferences('not-found')
  if (held.row.answered_at !== null) throw refuseInConferences('referral-already-answered')
  return held
}
