import type { CaseId, InstitutionId, PersonId, Role, Section } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { createTestDatabase, seedOf, type TestDatabase, testSession, testSubject } from '@mreza/testkit'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyMigration } from './whole-database.ts'

const allSections: readonly Section[] = ['core', 'safety', 'health', 'legal', 'voice']
const workers: readonly Role[] = ['coordinator', 'practitioner', 'head', 'center-officer']

/** One who takes part in a case, or not any more, or not as a person. */
interface State {
  readonly roles: readonly Role[]
  readonly session: 'alive' | 'revoked' | 'expired' | 'idle' | 'account disabled' | 'membership ended' | 'membership to come' | 'none'
  readonly participations: readonly {
    readonly sections: readonly Section[]
    readonly when: 'now' | 'over' | 'to come' | 'ended'
    readonly whose: 'all' | 'mine' | "a colleague's"
  }[]
}

const someState: fc.Arbitrary<State> = fc.record({
  roles: fc.uniqueArray(fc.constantFrom<Role>(...workers, 'city-official', 'auditor', 'administrator'), { maxLength: 2 }),
  session: fc.oneof(
    { arbitrary: fc.constant('alive' as const), weight: 3 },
    fc.constantFrom(...(['revoked', 'expired', 'idle', 'account disabled', 'membership ended', 'membership to come', 'none'] as const)),
  ),
  participations: fc.array(
    fc.record({
      sections: fc.subarray([...allSections], { minLength: 1 }),
      when: fc.constantFrom('now', 'now', 'over', 'to come', 'ended'),
      whose: fc.constantFrom('all', 'mine', "a colleague's"),
    }),
    { maxLength: 3 },
  ),
})

/** What is open to them: written once more, with nothing of the product. */
const openIn = ({ roles, session, participations }: State): Section[] =>
  session !== 'alive' || !roles.some((role) => workers.includes(role))
    ? []
    : allSections.filter((section) =>
        participations.some(({ sections, when, whose }) => when === 'now' && whose !== "a colleague's" && sections.includes(section)),
      )

interface Person {
  readonly key: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly institutionId: InstitutionId
}

const ends: Readonly<Record<State['session'], (person: PersonId, session: string, membership: string) => ReturnType<typeof sql>[]>> = {
  alive: () => [],
  revoked: (_person, session) => [sql`update identity.session set revoked_at = now() where id = ${session}`],
  expired: (_person, session) => [sql`update identity.session set expires_at = now() where id = ${session}`],
  idle: (_person, session) => [sql`update identity.session set idle_until = now() where id = ${session}`],
  'account disabled': (person) => [sql`update identity.account set disabled_at = now() where person_id = ${person}`],
  'membership ended': (_person, _session, membership) => [sql`update identity.membership set ended_at = now() where id = ${membership}`],
  'membership to come': (_person, _session, membership) => [
    sql`update identity.membership set valid_from = now() + interval '1 day' where id = ${membership}`,
  ],
  none: () => [],
}

const enter = async (admin: Kysely<unknown>, state: State): Promise<Person> => {
  const subject = testSubject({ roles: [...state.roles] })
  const { personId, institutionId } = subject
  const { databaseKey, sessionId, membershipId } = await testSession(admin, { subject })
  for (const change of ends[state.session](personId, sessionId, membershipId)) await change.execute(admin)
  const caseId = newId<'CaseId'>()
  await admin.connection().execute(async (held) => {
    await sql`set session_replication_role = replica`.execute(held)
    for (const { sections, when, whose } of state.participations) {
      const who = whose === 'all' ? null : whose === 'mine' ? personId : newId<'PersonId'>()
      await sql`
        insert into conferences.participation (case_id, id, institution_id, person_id, sections, basis, from_at, until_at, ended_at)
        values (${caseId}, ${newId()}, ${institutionId}, ${who}, ${[...sections]}::text[], '{}',
          now() + ${when === 'to come' ? '1 day' : '-2 days'}::interval, case when ${when === 'over'} then now() - interval '1 day' end,
          case when ${when === 'ended'} then now() end)`.execute(held)
    }
    await sql`set session_replication_role = default`.execute(held)
  })
  return { key: state.session === 'none' ? '' : databaseKey, caseId, personId, institutionId }
}

interface StandingRow {
  readonly place: number
  readonly person_id: PersonId
  readonly sections: Section[]
}

let database: TestDatabase
let worker: Kysely<unknown>

beforeAll(async () => {
  database = await createTestDatabase(everyMigration)
  worker = database.pools('plans').worker
})
afterAll(() => database.dispose())

/** Under which conditions the wall of the log opens to a person, section by section. */
const throughTheWall = ({ key, caseId, personId, institutionId }: Person): Promise<Section[]> =>
  worker.transaction().execute(async (trx) => {
    await sql`select set_config('mreza.session_key', ${key}, true)`.execute(trx)
    const { rows } = await sql<{ section: Section }>`
      select section from unnest(${[...allSections]}::text[]) with ordinality s (section, nth)
      where access.opens_to(${caseId}, section, ${personId}, ${institutionId}) order by nth`.execute(trx)
    return rows.map(({ section }) => section)
  })

const oneByOne = ({ key, caseId }: Person): Promise<Section[]> =>
  worker.transaction().execute(async (trx) => {
    await sql`select set_config('mreza.session_key', ${key}, true)`.execute(trx)
    const { rows } = await sql<{ sections: Section[] }>`select access.case_sections(${caseId}) as sections`.execute(trx)
    return allSections.filter((section) => rows[0]?.sections.includes(section))
  })

it('T01 D5: the questions about many sessions and the wall of the log answer as the model and as those about one', {
  timeout: 120_000,
}, async () => {
  const check = async (states: readonly State[]) => {
    const people: Person[] = []
    for (const state of states) people.push(await enter(database.admin, state))
    const { rows } = await sql<StandingRow>`
      select place, person_id, sections from access.standings(${people.map(({ key }) => key)}::text[], ${people.map(({ caseId }) => caseId)}::uuid[])`.execute(
      worker,
    )
    for (const [at, state] of states.entries()) {
      const [person, found] = [people[at] as Person, rows.filter(({ place }) => place === at + 1)]
      const expected = openIn(state)
      expect(found.map((row) => row.person_id)).toEqual(state.session === 'alive' ? [person.personId] : [])
      expect(allSections.filter((section) => found[0]?.sections.includes(section))).toEqual(expected)
      expect(await oneByOne(person)).toEqual(expected)
      expect(await throughTheWall(person)).toEqual(expected.includes('core') ? expected : [])
      const other = { ...person, personId: newId<'PersonId'>() }
      expect(await throughTheWall(other)).toEqual([])
      expect(await throughTheWall({ ...person, institutionId: newId<'InstitutionId'>() })).toEqual([])
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(someState, { minLength: 1, maxLength: 12 }), check), {
    numRuns: 40,
    seed: seedOf('many-questions'),
  })
})

it('T06 D5: without a key, or with one that opens nothing, no question about many has an answer', async () => {
  for (const key of ['', 'x', "' or true --", 'A'.repeat(43), null]) {
    const { rows } = await sql`select * from access.standings(${[key]}::text[], ${[newId<'CaseId'>()]}::uuid[])`.execute(worker)
    expect(rows).toEqual([])
  }
  await expect(sql`select * from access.subjects(array['x'])`.execute(worker)).rejects.toThrow(/permission denied/)
  const { rows } = await sql`select access.opens_to(${newId<'CaseId'>()}, 'core', null, null) as open`.execute(worker)
  expect(rows).toEqual([{ open: false }])
})
