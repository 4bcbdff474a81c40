import { agreementCameIntoForce, agreementDeclined, agreementSent, agreementSigned } from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId } from '@mreza/contracts-kernel'
import { telling } from './telling.ts'

const one = ({ agreementId }: { agreementId: AgreementId }) => ({ agreementId })
const byParty = ({ agreementId, institutionId }: { agreementId: AgreementId; institutionId: InstitutionId }) => ({
  agreementId,
  institutionId,
})

/** What is told of agreements. A reason for declining is read in the agreement, never here. */
export const toldOfAgreements = [
  telling(agreementSent, 'agreement-sent', one),
  telling(agreementSigned, 'agreement-signed', byParty),
  telling(agreementDeclined, 'agreement-declined', byParty),
  telling(agreementCameIntoForce, 'agreement-in-force', one),
]
