import { type AgreementResources, canInAgreements, type Entitlement, refuseInAgreements } from '@mreza/contracts-agreements'
import type { AgreementId, Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { type Agreement, partyIdsOf } from '../domain/agreement.ts'
import { holdAgreement, loadAgreement } from '../store/load-agreements.ts'
import type { AgreementsTables } from '../store/tables.ts'

const mustBeReadable = (agreement: Agreement | undefined, subject: Subject): Agreement => {
  if (agreement === undefined || !canInAgreements(subject, 'agreement.read', agreement)) throw refuseInAgreements('not-found')
  return agreement
}

const resourceOf = (agreement: Agreement) => ({
  networkId: agreement.networkId,
  partyIds: partyIdsOf(agreement),
  deputies: agreement.deputies,
})

/** The agreement for reading; what one may not see is missing (rule D6). */
export const readable = async (trx: Trx<AgreementsTables>, id: AgreementId, subject: Subject): Promise<Agreement> =>
  mustBeReadable(await loadAgreement(trx, id), subject)

/** The agreement, held, for who may do this with it; `not-allowed` only for who may see it. */
export const changeable = async (
  trx: Trx<AgreementsTables>,
  id: AgreementId,
  subject: Subject,
  capability: Extract<keyof AgreementResources, `agreement.${string}`>,
): Promise<Agreement> => {
  const seen = await readable(trx, id, subject)
  if (!canInAgreements(subject, capability, resourceOf(seen))) throw refuseInAgreements('not-allowed')
  return mustBeReadable(await holdAgreement(trx, id), subject)
}

/** By what right the subject signs for their institution now (AG22). */
export const entitlementOf = (agreement: Agreement, { institutionId, personId, roles }: Subject): Entitlement => {
  if (roles.includes('head')) return { as: 'head' }
  const deputy = agreement.deputies.find((one) => one.institutionId === institutionId && one.personId === personId)
  if (deputy === undefined) throw refuseInAgreements('signer-not-entitled')
  return { as: 'deputy', decision: deputy.decision }
}
