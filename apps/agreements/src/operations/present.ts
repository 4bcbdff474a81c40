import { type AgreementDetail, type AgreementSummary, canInAgreements, type Party } from '@mreza/contracts-agreements'
import type { Subject } from '@mreza/contracts-kernel'
import { type Agreement, type ListedAgreement, partyIdsOf } from '../domain/agreement.ts'
import { whatIsMissing } from '../domain/entry-into-force.ts'

const withoutReason = (party: Party): Party =>
  party.standing.state === 'declined' ? { ...party, standing: { ...party.standing, reason: null } } : party

const partiesFor = (agreement: ListedAgreement, subject: Subject): Party[] => {
  const resource = { networkId: agreement.networkId, partyIds: partyIdsOf(agreement) }
  return canInAgreements(subject, 'agreement.read-reasons', resource) ? agreement.parties : agreement.parties.map(withoutReason)
}

/** An agreement in a list, as this subject may see it (AG11). */
export const presentSummary = (agreement: ListedAgreement, subject: Subject): AgreementSummary => ({
  id: agreement.id,
  networkId: agreement.networkId,
  templateId: agreement.templateId,
  kind: agreement.kind,
  title: agreement.title,
  state: agreement.state,
  amends: agreement.amends,
  draftedAt: agreement.draftedAt,
  sentAt: agreement.sentAt,
  signBy: agreement.signBy,
  inForceAt: agreement.inForceAt,
  suspendedAt: agreement.suspendedAt,
  reviewDueAt: agreement.reviewDueAt,
  expiresAt: agreement.expiresAt,
  endedAt: agreement.endedAt,
  endedWhy: agreement.endedWhy,
  lapsedAt: agreement.lapsedAt,
  parties: partiesFor(agreement, subject),
})

/** An agreement with its text, as this subject may see it (AG11). */
export const presentDetail = (agreement: Agreement, subject: Subject): AgreementDetail => ({
  ...presentSummary(agreement, subject),
  content: agreement.content,
  textHash: agreement.textHash,
  missing: whatIsMissing(agreement.content.entryIntoForce, agreement.parties),
  rounds: agreement.rounds,
  deputies: agreement.deputies,
  steps: agreement.steps,
  amendment: agreement.amendment,
})
