import type { agreementOperations } from '@mreza/contracts-agreements'
import type { Implementations } from '@mreza/rpc'
import { amendAgreement } from './operations/amend-agreement.ts'
import { announceWithdrawal } from './operations/announce-withdrawal.ts'
import { beginReview } from './operations/begin-review.ts'
import { chooseParties } from './operations/choose-parties.ts'
import { commentObligation } from './operations/comment-obligation.ts'
import { concludeReview } from './operations/conclude-review.ts'
import { confirmWetInk } from './operations/confirm-wet-ink.ts'
import { declineAgreement } from './operations/decline-agreement.ts'
import { disputeTerm } from './operations/dispute-term.ts'
import { draftAgreement } from './operations/draft-agreement.ts'
import { endDeputy } from './operations/end-deputy.ts'
import { inviteToAccede } from './operations/invite-to-accede.ts'
import { listAgreements } from './operations/list-agreements.ts'
import { listAwaitingMySignature } from './operations/list-awaiting-my-signature.ts'
import { listDeputies } from './operations/list-deputies.ts'
import { listObligations } from './operations/list-obligations.ts'
import { listTemplates } from './operations/list-templates.ts'
import { markReady } from './operations/mark-ready.ts'
import { nameResponsible } from './operations/name-responsible.ts'
import { openNegotiation } from './operations/open-negotiation.ts'
import type { Parts } from './operations/parts.ts'
import { printAgreement } from './operations/print-agreement.ts'
import { printCertificate } from './operations/print-certificate.ts'
import { readAgreement } from './operations/read-agreement.ts'
import { readEvidenceFile } from './operations/read-evidence-file.ts'
import { readObligation } from './operations/read-obligation.ts'
import { readProcedure } from './operations/read-procedure.ts'
import { readSignatureFile } from './operations/read-signature-file.ts'
import { readTemplate } from './operations/read-template.ts'
import { readWetInkPage } from './operations/read-wet-ink-page.ts'
import { recordCouncilStep } from './operations/record-council-step.ts'
import { recordDeputy } from './operations/record-deputy.ts'
import { recordWetInk } from './operations/record-wet-ink.ts'
import { rejectWetInk } from './operations/reject-wet-ink.ts'
import { reportEvidence } from './operations/report-evidence.ts'
import { resumeAgreement } from './operations/resume-agreement.ts'
import { revokeWithdrawal } from './operations/revoke-withdrawal.ts'
import { sendAgreement } from './operations/send-agreement.ts'
import { setSigningOrder } from './operations/set-signing-order.ts'
import { settleDispute } from './operations/settle-dispute.ts'
import { signAgreement } from './operations/sign-agreement.ts'
import { suspendAgreement } from './operations/suspend-agreement.ts'
import { terminateAgreement } from './operations/terminate-agreement.ts'
import { uploadSignature } from './operations/upload-signature.ts'
import { waiveTerm } from './operations/waive-term.ts'

/** The table of contents: what agreements answer. */
export const agreementsRouter = (parts: Parts): Implementations<typeof agreementOperations> => ({
  listTemplates: listTemplates(parts),
  readTemplate: readTemplate(parts),
  listAgreements: listAgreements(parts),
  readAgreement: readAgreement(parts),
  listAwaitingMySignature: listAwaitingMySignature(parts),
  draftAgreement: draftAgreement(parts),
  chooseParties: chooseParties(parts),
  sendAgreement: sendAgreement(parts),
  signAgreement: signAgreement(parts),
  uploadSignature: uploadSignature(parts),
  readSignatureFile: readSignatureFile(parts),
  declineAgreement: declineAgreement(parts),
  listObligations: listObligations(parts),
  readObligation: readObligation(parts),
  nameResponsible: nameResponsible(parts),
  reportEvidence: reportEvidence(parts),
  readEvidenceFile: readEvidenceFile(parts),
  disputeTerm: disputeTerm(parts),
  settleDispute: settleDispute(parts),
  waiveTerm: waiveTerm(parts),
  commentObligation: commentObligation(parts),
  openNegotiation: openNegotiation(parts),
  markReady: markReady(parts),
  setSigningOrder: setSigningOrder(parts),
  recordCouncilStep: recordCouncilStep(parts),
  recordDeputy: recordDeputy(parts),
  endDeputy: endDeputy(parts),
  listDeputies: listDeputies(parts),
  recordWetInk: recordWetInk(parts),
  readWetInkPage: readWetInkPage(parts),
  confirmWetInk: confirmWetInk(parts),
  rejectWetInk: rejectWetInk(parts),
  announceWithdrawal: announceWithdrawal(parts),
  revokeWithdrawal: revokeWithdrawal(parts),
  inviteToAccede: inviteToAccede(parts),
  amendAgreement: amendAgreement(parts),
  beginReview: beginReview(parts),
  concludeReview: concludeReview(parts),
  suspendAgreement: suspendAgreement(parts),
  resumeAgreement: resumeAgreement(parts),
  terminateAgreement: terminateAgreement(parts),
  printAgreement: printAgreement(parts),
  printCertificate: printCertificate(parts),
  readProcedure: readProcedure(parts),
})
