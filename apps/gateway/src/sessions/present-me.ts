import { type Me, type Membership, refuseInIdentity } from '@mreza/contracts-identity'
import type { PersonId, Subject } from '@mreza/contracts-kernel'
import type { Identity } from '../identity.ts'
import { membershipsOf } from '../store/memberships.ts'

/** What the workspace is told about who is signed in. */
export const presentMe = async (
  identity: Identity,
  personId: string,
  membershipId: string,
  assurance: Subject['assurance'],
  now: Date,
): Promise<Me> => {
  const account = await identity.db
    .selectFrom('account')
    .where('person_id', '=', personId)
    .select(['display_name', 'language'])
    .executeTakeFirst()
  const memberships = await membershipsOf(identity.db, personId, now)
  const acting = memberships.find((membership) => membership.id === membershipId)
  if (account === undefined || acting === undefined) throw refuseInIdentity('sign-in-needed')
  return {
    subject: subjectOf(personId, acting, assurance),
    membershipId: acting.id,
    memberships,
    displayName: account.display_name,
    language: account.language,
    demo: identity.demo,
  }
}

const subjectOf = (
  personId: string,
  { institutionId, networkId, sector, roles }: Membership,
  assurance: Subject['assurance'],
): Subject => ({
  personId: personId as PersonId,
  institutionId,
  networkId,
  sector,
  roles,
  assurance,
})
