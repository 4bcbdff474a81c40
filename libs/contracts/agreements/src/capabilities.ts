import { type InstitutionId, type NetworkId, policyOf, type Role } from '@mreza/contracts-kernel'

const everyone: readonly Role[] = ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor']
type InNetwork = { networkId: NetworkId }

/** What one may do with agreements. */
export interface AgreementResources {
  'agreement.read': InNetwork
  'agreement.read-reasons': InNetwork & { partyIds: readonly InstitutionId[] }
  'agreement.draft': InNetwork
  'agreement.send': InNetwork
  'agreement.sign': { partyIds: readonly InstitutionId[] }
}

export const { can: canInAgreements, couldEver: couldEverInAgreements } = policyOf<AgreementResources>({
  // National bodies stand outside every network and may read what they are asked to take part in.
  'agreement.read': {
    roles: everyone,
    when: (subject, agreement) => subject.networkId === null || subject.networkId === agreement.networkId,
  },
  'agreement.read-reasons': {
    roles: ['coordinator', 'head', 'practitioner', 'city-official'],
    when: (subject, agreement) =>
      (subject.networkId === agreement.networkId && (subject.roles.includes('coordinator') || subject.roles.includes('city-official'))) ||
      agreement.partyIds.includes(subject.institutionId),
  },
  'agreement.draft': { roles: ['coordinator'], when: (subject, agreement) => subject.networkId === agreement.networkId },
  'agreement.send': { roles: ['coordinator'], when: (subject, agreement) => subject.networkId === agreement.networkId },
  'agreement.sign': { roles: ['head'], when: (subject, agreement) => agreement.partyIds.includes(subject.institutionId) },
})
