import { emit } from '@mreza/bus'
import { type DemoPerson, type DisplayName, membershipGranted } from '@mreza/contracts-identity'
import type { InstitutionId, NetworkId, PersonId } from '@mreza/contracts-kernel'
import { asWorker, type Db, json, type Trx } from '@mreza/db'
import { insertAccount } from './store/accounts.ts'
import { insertMembership } from './store/memberships.ts'
import type { IdentityTables } from './store/tables.ts'

/** A demo person as the starting data gives them, with the ids that the directory made. */
export interface SeedPerson extends Omit<DemoPerson, 'displayName'> {
  readonly personId: PersonId
  readonly displayName: DisplayName
  readonly institutionId: InstitutionId
  readonly networkId: NetworkId | null
  readonly email: string
}

const seedOne = async (trx: Trx<IdentityTables>, person: SeedPerson, position: number, now: Date): Promise<boolean> => {
  const known = await trx.selectFrom('demo_person').where('slug', '=', person.slug).select('slug').executeTakeFirst()
  if (known !== undefined) return false
  const { personId, institutionId, networkId, sector, roles } = person
  await insertAccount(trx, { personId, email: person.email.toLowerCase(), displayName: person.displayName, passwordHash: null })
  const membershipId = await insertMembership(trx, { personId, institutionId, networkId, sector, roles, from: now })
  await emit(trx, membershipGranted, { membershipId, personId, institutionId, networkId, sector, roles })
  await trx
    .insertInto('demo_person')
    .values({
      slug: person.slug,
      person_id: personId,
      position,
      job_title: json(person.jobTitle),
      institution_name: json(person.institutionName),
      network_name: person.networkName === null ? null : json(person.networkName),
    })
    .execute()
  return true
}

/**
 * Puts the demo people into identity: account without password, membership, and the entry on the sign-in page. People who
 * are there already (by slug) are left as they are. All or none. Gives how many were new. For demo installations only (ID17).
 */
export const seedPeople = <T>(db: Db<T>, people: readonly SeedPerson[], now: Date): Promise<number> =>
  asWorker(db as unknown as Db<IdentityTables>, async (trx) => {
    let added = 0
    for (const [position, person] of people.entries()) if (await seedOne(trx, person, position, now)) added += 1
    return added
  })
