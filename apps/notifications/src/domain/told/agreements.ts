import * as agreements from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId } from '@mreza/contracts-kernel'
import { telling } from './telling.ts'

const one = ({ agreementId }: { agreementId: AgreementId }) => ({ agreementId })
const byParty = ({ agreementId, institutionId }: { agreementId: AgreementId; institutionId: InstitutionId }) => ({
  agreementId,
  institutionId,
})

/** What is told of agreements. Reasons and decisions are read in the agreement, never here. */
export const toldOfAgreements = [
  telling(agreements.agreementNegotiationOpened, 'agreement-negotiation-opened', one),
  telling(agreements.agreementMadeReady, 'agreement-ready', one),
  telling(agreements.agreementAmendmentDrafted, 'agreement-amendment-drafted', one),
  telling(agreements.agreementSent, 'agreement-sent', one),
  telling(agreements.agreementPartiesAsked, 'agreement-sent', one),
  telling(agreements.agreementSignatureReminded, 'agreement-signature-reminded', one),
  telling(agreements.agreementCouncilStep, 'agreement-council-step', byParty),
  telling(agreements.agreementWetInkRecorded, 'agreement-page-waits', byParty),
  telling(agreements.agreementWetInkRejected, 'agreement-page-rejected', byParty),
  telling(agreements.agreementSigned, 'agreement-signed', byParty),
  telling(agreements.agreementDeclined, 'agreement-declined', byParty),
  telling(agreements.agreementLapsed, 'agreement-lapsed', one),
  telling(agreements.agreementCameIntoForce, 'agreement-in-force', one),
  telling(agreements.agreementWithdrawalAnnounced, 'agreement-withdrawal-announced', byParty),
  telling(agreements.agreementWithdrawalRevoked, 'agreement-withdrawal-revoked', byParty),
  telling(agreements.agreementPartyWithdrew, 'agreement-party-withdrew', byParty),
  telling(agreements.agreementSuspended, 'agreement-suspended', one),
  telling(agreements.agreementResumed, 'agreement-resumed', one),
  telling(agreements.agreementReviewDue, 'agreement-review-due', one),
  telling(agreements.agreementReviewBegun, 'agreement-review-begun', one),
  telling(agreements.agreementReviewConcluded, 'agreement-review-concluded', one),
  telling(agreements.agreementExpiringSoon, 'agreement-expiring-soon', one),
  telling(agreements.agreementEnded, 'agreement-ended', one),
]
