import { referralAcknowledged, referralDeclined, referralSent, referralTaken } from '@mreza/contracts-conferences'
import type { InstitutionId, ReferralId } from '@mreza/contracts-kernel'
import { telling } from './telling.ts'

interface OfReferral {
  referralId: ReferralId
  senderId: InstitutionId
  receiverId: InstitutionId
}

const bySender = ({ referralId, senderId }: OfReferral) => ({ referralId, institutionId: senderId })
const byReceiver = ({ referralId, receiverId }: OfReferral) => ({ referralId, institutionId: receiverId })

/** What is told of referrals: to the receiver by the sender, and back. */
export const toldOfReferrals = [
  telling(referralSent, 'referral-received', bySender),
  telling(referralAcknowledged, 'referral-acknowledged', byReceiver),
  telling(referralTaken, 'referral-taken', (taken) => ({ ...byReceiver(taken), caseId: taken.caseId, caseCode: taken.caseCode })),
  telling(referralDeclined, 'referral-declined', byReceiver),
]
