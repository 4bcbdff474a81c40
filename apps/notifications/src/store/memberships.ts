import type { Audience, PersonId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { MembershipChange } from '../domain/membership.ts'
import type { Tables } from './tables.ts'

const columns = [
  'event_id as eventId',
  'membership_id as membershipId',
  'at',
  'person_id as personId',
  'institution_id as institutionId',
  'roles',
  'ended',
] as const

/** Keeps a change; the same change again is nothing new. */
export const keepMembershipChange = async (trx: Trx<Tables>, change: MembershipChange): Promise<void> => {
  await trx
    .insertInto('membership_change')
    .values({
      event_id: change.eventId,
      membership_id: change.membershipId,
      at: change.at,
      person_id: change.personId,
      institution_id: change.institutionId,
      roles: [...change.roles],
      ended: change.ended,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Everything that happened to the memberships of one person. */
export const membershipsOf = (trx: Trx<Tables>, personId: PersonId): Promise<MembershipChange[]> =>
  trx.selectFrom('membership_change').select(columns).where('person_id', '=', personId).execute()

/** Everything that happened to the memberships an audience may mean. */
export const membershipsMeantBy = async (trx: Trx<Tables>, audience: Audience): Promise<MembershipChange[]> => {
  const { personIds, institutionIds } = audience
  if (personIds.length === 0 && institutionIds.length === 0) return []
  return await trx
    .selectFrom('membership_change')
    .select(columns)
    .where(({ or, eb }) =>
      or([
        ...(personIds.length > 0 ? [eb('person_id', 'in', personIds)] : []),
        ...(institutionIds.length > 0 ? [eb('institution_id', 'in', institutionIds)] : []),
      ]),
    )
    .execute()
}
