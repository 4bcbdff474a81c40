import { emit } from '@mreza/bus'
import { personRegistered } from '@mreza/contracts-directory'
import type { InstitutionId, LocalizedText, NetworkId, PersonId, Role, Sector, Slug, SourcedName } from '@mreza/contracts-kernel'
import { asWorker, type Db, newId, type Trx } from '@mreza/db'
import type { DemoPerson } from '@mreza/protocols'
import { searchNameOf } from './domain/search-name.ts'
import { insertPerson } from './store/people.ts'
import type { DirectoryTables } from './store/tables.ts'

/** A demo person as the directory holds them: what identity needs to make an account. */
export interface SeededPerson {
  readonly slug: Slug
  readonly personId: PersonId
  readonly institutionId: InstitutionId
  readonly networkId: NetworkId | null
  readonly sector: Sector
  readonly roles: Role[]
  readonly displayName: { srLatn: string; srCyrl: string }
  readonly jobTitle: LocalizedText
  readonly institutionName: SourcedName
  /** The city; `null` for who belongs to no network. */
  readonly networkName: LocalizedText | null
}

type Store = Trx<DirectoryTables>

const institutionOf = async (trx: Store, { slug, institution }: DemoPerson) => {
  const found = await trx
    .selectFrom('institution')
    .leftJoin('network', 'network.id', 'institution.network_id')
    .select(['institution.id', 'institution.network_id', 'institution.sector', 'institution.name', 'network.city'])
    .where('institution.slug', '=', institution)
    .executeTakeFirst()
  if (found === undefined) throw new Error(`the demo person ${slug} works in ${institution}, which is not in the register`)
  return found
}

const addPerson = async (trx: Store, entry: DemoPerson, institutionId: InstitutionId): Promise<PersonId> => {
  const id = newId<'PersonId'>()
  const isHead = entry.roles.includes('head')
  await insertPerson(trx, {
    id,
    demo_slug: entry.slug,
    institution_id: institutionId,
    display_name: { ...entry.name },
    job_title: entry.jobTitle,
    is_head: isHead,
    added_by: null,
    added_at: new Date().toISOString(),
    search: searchNameOf(entry.name),
  })
  await emit(trx, personRegistered, { personId: id, institutionId, isHead })
  return id
}

const seed = async (trx: Store, entry: DemoPerson): Promise<SeededPerson> => {
  const institution = await institutionOf(trx, entry)
  const there = await trx.selectFrom('person').select('id').where('demo_slug', '=', entry.slug).executeTakeFirst()
  return {
    slug: entry.slug,
    personId: there?.id ?? (await addPerson(trx, entry, institution.id)),
    institutionId: institution.id,
    networkId: entry.network === null ? null : institution.network_id,
    sector: institution.sector,
    roles: [...entry.roles],
    displayName: { ...entry.name },
    jobTitle: entry.jobTitle,
    institutionName: institution.name,
    networkName: entry.network === null ? null : institution.city,
  }
}

/**
 * Puts the invented people of a demo installation into the directory, once, and gives back all of them, in the same order every time.
 * Runs as the worker role, after the networks were loaded. Never call it where real cases are.
 * @throws Error when a person's institution is not in the register
 */
export const seedDemoPeople = (worker: Db<DirectoryTables>, people: readonly DemoPerson[]): Promise<SeededPerson[]> =>
  asWorker(worker, async (trx) => {
    const seeded: SeededPerson[] = []
    for (const entry of people) seeded.push(await seed(trx, entry))
    return seeded
  })
