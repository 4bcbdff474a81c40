import { event, InstitutionId, NetworkId, PersonId, Role, Sector } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { MembershipId } from './account.ts'

const ofMembership = z.strictObject({
  membershipId: MembershipId,
  personId: PersonId,
  institutionId: InstitutionId,
  networkId: NetworkId.nullable(),
  sector: Sector,
  roles: z.array(Role),
})

/** A person may act for an institution from now on. */
export const membershipGranted = event('mreza.identity.membership.granted.v1', ofMembership)

/** A person may no longer act for an institution; their sessions in it are closed already. */
export const membershipEnded = event('mreza.identity.membership.ended.v1', ofMembership)

/** A session of the person ended before its time: whatever is open for it is to be asked again. */
export const sessionRevoked = event('mreza.identity.session.revoked.v1', z.strictObject({ personId: PersonId }))
