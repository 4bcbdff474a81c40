import type { Member, Membership, MembershipId } from '@mreza/contracts-identity'
import type { Role, Sector } from '@mreza/contracts-kernel'
import { type Db, newId, type Trx } from '@mreza/db'
import type { ExpressionBuilder } from 'kysely'
import type { IdentityTables } from './tables.ts'

/** In force at `now`: begun, not over and not ended. */
export const activeMembership = (where: ExpressionBuilder<IdentityTables, 'membership'>, now: Date) =>
  where.and([
    where('membership.ended_at', 'is', null),
    where('membership.valid_from', '<=', now.toISOString()),
    where.or([where('membership.valid_until', 'is', null), where('membership.valid_until', '>', now.toISOString())]),
  ])

/** A person's memberships in force, the oldest first. */
export const membershipsOf = async (db: Db<IdentityTables>, personId: string, now: Date): Promise<Membership[]> => {
  const rows = await db
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .where((where) => activeMembership(where, now))
    .select(['id', 'institution_id', 'network_id', 'sector', 'roles'])
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map(
    (row) =>
      ({ id: row.id, institutionId: row.institution_id, networkId: row.network_id, sector: row.sector, roles: row.roles }) as Membership,
  )
}

const daysShown = 90

/** Over at `now`, but not for longer than those who govern a network still want to see it. */
const lateMembership = (where: ExpressionBuilder<IdentityTables, 'membership'>, now: Date) => {
  const since = new Date(now.getTime() - daysShown * 24 * 3_600_000).toISOString()
  return where.or([
    where('membership.ended_at', '>', since),
    where.and([where('membership.valid_until', '<=', now.toISOString()), where('membership.valid_until', '>', since)]),
  ])
}

/** Which memberships of a network are wanted; those of no network for `null`. */
export interface MembersWanted {
  readonly networkId: string | null
  readonly alsoEnded?: boolean | undefined
}

/** The memberships in force in a network, with names; if asked, also those that were over lately. */
export const membersOf = async (db: Db<IdentityTables>, { networkId, alsoEnded }: MembersWanted, now: Date): Promise<Member[]> => {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.person_id', 'membership.person_id')
    .where('network_id', networkId === null ? 'is' : '=', networkId)
    .where((where) => (alsoEnded ? where.or([activeMembership(where, now), lateMembership(where, now)]) : activeMembership(where, now)))
    .select(['membership.id', 'membership.person_id', 'institution_id', 'network_id', 'roles'])
    .select(['valid_from', 'valid_until', 'ended_at', 'display_name'])
    .orderBy('membership.id')
    .limit(2_000)
    .execute()
  return rows.map(
    (row) =>
      ({
        membershipId: row.id,
        personId: row.person_id,
        displayName: row.display_name,
        institutionId: row.institution_id,
        networkId: row.network_id,
        roles: row.roles,
        from: row.valid_from,
        until: row.valid_until,
        endedAt: row.ended_at,
      }) as Member,
  )
}

/** What a membership is made of. */
export interface NewMembership {
  readonly personId: string
  readonly institutionId: string
  readonly networkId: string | null
  readonly sector: Sector
  readonly roles: readonly Role[]
  readonly from: Date
}

/** Writes a membership and gives its id. */
export const insertMembership = async (trx: Trx<IdentityTables>, made: NewMembership): Promise<MembershipId> => {
  const id = newId<'MembershipId'>()
  await trx
    .insertInto('membership')
    .values({
      id,
      person_id: made.personId,
      institution_id: made.institutionId,
      network_id: made.networkId,
      sector: made.sector,
      roles: [...made.roles],
      valid_from: made.from,
    })
    .execute()
  return id
}
