import type { agreementOperations } from '@mreza/contracts-agreements'
import type { Implementations } from '@mreza/rpc'
import { chooseParties } from './operations/choose-parties.ts'
import { commentObligation } from './operations/comment-obligation.ts'
import { declineAgreement } from './operations/decline-agreement.ts'
import { disputeTerm } from './operations/dispute-term.ts'
import { draftAgreement } from './operations/draft-agreement.ts'
import { listAgreements } from './operations/list-agreements.ts'
import { listAwaitingMySignature } from './operations/list-awaiting-my-signature.ts'
import { listObligations } from './operations/list-obligations.ts'
import { listTemplates } from './operations/list-templates.ts'
import { nameResponsible } from './operations/name-responsible.ts'
import type { Parts } from './operations/parts.ts'
import { readAgreement } from './operations/read-agreement.ts'
import { readEvidenceFile } from './operations/read-evidence-file.ts'
import { readObligation } from './operations/read-obligation.ts'
import { readProcedure } from './operations/read-procedure.ts'
import { readTemplate } from './operations/read-template.ts'
import { reportEvidence } from './operations/report-evidence.ts'
import { sendAgreement } from './operations/send-agreement.ts'
import { settleDispute } from './operations/settle-dispute.ts'
import { signAgreement } from './operations/sign-agreement.ts'
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
  readProcedure: readProcedure(parts),
})
