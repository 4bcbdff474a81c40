import { type InstitutionId, type NetworkId, policyOf, type Role } from '@mreza/contracts-kernel'

/** Whom somebody wants to let in, and where. */
export interface InvitationAsked {
  readonly networkId: NetworkId | null
  readonly institutionId: InstitutionId
  readonly roles: readonly Role[]
}

/** A membership that somebody wants to end. */
export interface MembershipAsked {
  readonly networkId: NetworkId | null
  readonly personId: string
  readonly roles: readonly Role[]
}

/** What one may do with accounts and memberships. */
export interface IdentityResources {
  'membership.list': { networkId: NetworkId | null }
  'membership.invite': InvitationAsked
  'membership.end': MembershipAsked
  'installation.read-health': void
}

/** Roles that only the administrator gives, for they reach beyond one network's practice (ID9). */
export const rolesOfAdministrator: readonly Role[] = ['administrator', 'auditor', 'center-officer', 'city-official']

const governs: readonly Role[] = ['coordinator', 'administrator']
const everywhere = (subject: { readonly roles: readonly Role[] }) => subject.roles.includes('administrator')
const ownNetwork = (subject: { readonly networkId: NetworkId | null }, asked: { readonly networkId: NetworkId | null }) =>
  asked.networkId !== null && subject.networkId === asked.networkId

/** Who may what with accounts and memberships; denies by default. */
export const { can: canInIdentity, couldEver: couldEverInIdentity } = policyOf<IdentityResources>({
  'membership.list': { roles: governs, when: (subject, asked) => everywhere(subject) || ownNetwork(subject, asked) },
  'membership.invite': {
    roles: governs,
    when: (subject, asked) =>
      everywhere(subject) || (ownNetwork(subject, asked) && !asked.roles.some((role) => rolesOfAdministrator.includes(role))),
  },
  'membership.end': {
    roles: governs,
    when: (subject, asked) =>
      subject.personId !== asked.personId &&
      (everywhere(subject) || (ownNetwork(subject, asked) && !asked.roles.includes('administrator'))),
  },
  'installation.read-health': { roles: ['administrator'] },
})
