import { type InstitutionId, type NetworkId, policyOf, type Role } from '@mreza/contracts-kernel'

const everyone: readonly Role[] = ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator']

/** What one may do in the directory, and with what. */
export interface DirectoryResources {
  'directory.read': void
  'directory.read-faults': void
  'directory.edit-institution': { institutionId: InstitutionId; networkId: NetworkId | null }
}

export const { can: canInDirectory, couldEver: couldEverInDirectory } = policyOf<DirectoryResources>({
  'directory.read': { roles: everyone },
  'directory.read-faults': { roles: ['coordinator', 'administrator'] },
  'directory.edit-institution': {
    roles: ['coordinator', 'head'],
    when: (subject, institution) =>
      subject.roles.includes('coordinator')
        ? institution.networkId !== null && institution.networkId === subject.networkId
        : institution.institutionId === subject.institutionId,
  },
})
