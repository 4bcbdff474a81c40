import type { agreementOperations } from '@mreza/contracts-agreements'
import type { Implementations } from '@mreza/rpc'
import { chooseParties } from './operations/choose-parties.ts'
import { declineAgreement } from './operations/decline-agreement.ts'
import { draftAgreement } from './operations/draft-agreement.ts'
import { listAgreements } from './operations/list-agreements.ts'
import { listAwaitingMySignature } from './operations/list-awaiting-my-signature.ts'
import { listTemplates } from './operations/list-templates.ts'
import type { Parts } from './operations/parts.ts'
import { readAgreement } from './operations/read-agreement.ts'
import { readProcedure } from './operations/read-procedure.ts'
import { readTemplate } from './operations/read-template.ts'
import { sendAgreement } from './operations/send-agreement.ts'
import { signAgreement } from './operations/sign-agreement.ts'

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
  readProcedure: readProcedure(parts),
})
