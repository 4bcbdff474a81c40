import type { Role, Section, Sector } from '@mreza/contracts-kernel'
import { asSubject, newId } from '@mreza/db'
import { seedOf } from '@mreza/testkit'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absence, type City, openCity, type Worker, whoItIs } from './city-for-tests.ts'
import { openSections } from './domain/access.ts'

/** One row of who takes part, as generated: minutes are counted from now. */
interface Row {
  readonly caseIndex: number
  readonly institution: number
  /** A person's index, or the whole institution. */
  readonly person: number | null
  readonly sections: Section[]
  readonly from: number
  readonly until: number | null
  readonly ended: boolean
}
interface Who {
  readonly institution: number
  readonly roles: Role[]
}

const caseCount = 40
const everySection: Section[] = ['core', 'safety', 'health', 'legal', 'voice']

/** MODEL: what a person may see of a case. Shares nothing with the product but the words. */
const modelSections = (rows: readonly Row[], people: readonly Who[], person: number, caseIndex: number): string[] => {
  const who = people[person]
  const works = who?.roles.some((role) => ['coordinator', 'practitioner', 'head', 'center-officer'].includes(role)) ?? false
  const open = new Set<string>()
  for (const row of rows) {
    if (!works || row.caseIndex !== caseIndex || row.institution !== who?.institution || row.ended) continue
    if (row.person !== null && row.person !== person) continue
    if (row.from > 0 || (row.until !== null && row.until <= 0)) continue
    for (const section of row.sections) open.add(section)
  }
  return [...open].sort()
}

const rolesArbitrary = fc.subarray<Role>(
  ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'],
  { minLength: 1, maxLength: 3 },
)
const peopleArbitrary = fc.array(fc.record({ institution: fc.nat(3), roles: rolesArbitrary }), { minLength: 25, maxLength: 25 })
const minutes = fc.constantFrom(-600, -60, -1, 1, 60, 600)
const rowArbitrary: fc.Arbitrary<Row> = fc.record({
  caseIndex: fc.nat(caseCount - 1),
  institution: fc.nat(3),
  person: fc.option(fc.nat(24), { nil: null }),
  sections: fc.subarray(everySection, { minLength: 1 }),
  from: minutes,
  until: fc.option(minutes, { nil: null }),
  ended: fc.boolean(),
})
const rowsArbitrary = fc.array(rowArbitrary, { minLength: 160, maxLength: 160 })

describe('T01 the operation, the policy and the rows agree with the model', () => {
  const seed = seedOf('T01 access')
  const [people = []] = fc.sample(peopleArbitrary, { seed, numRuns: 1 })
  const [rows = []] = fc.sample(rowsArbitrary, { seed: seed + 1, numRuns: 1 })
  const at = (offset: number) => new Date(Date.now() + offset * 60_000).toISOString()
  let city: City
  let workers: Worker[]
  let caseIds: string[]

  beforeAll(async () => {
    city = await openCity()
    const { welfare, police, school, health } = city.institutions
    const places = [welfare, police, school, health]
    const sectors: Sector[] = ['social-welfare', 'police', 'education', 'health']
    workers = []
    for (const who of people)
      workers.push(await city.worker(places[who.institution] ?? welfare, sectors[who.institution] ?? 'other', who.roles))
    const sender = await city.worker(school, 'education', ['practitioner'])
    const receiver = await city.worker(welfare, 'social-welfare', ['practitioner'])
    caseIds = []
    for (let index = 0; index < caseCount; index += 1) {
      const { id: referralId } = await sender.call.sendReferral({ receiverId: welfare, content: absence, identity: whoItIs })
      caseIds.push((await receiver.call.takeReferral({ referralId })).caseId)
    }
    // The participations that taking made give way to the generated ones, past every wall.
    await sql`delete from conferences.participation`.execute(city.database.admin)
    for (const row of rows) {
      const person = row.person === null ? null : workers[row.person]?.session.subject.personId
      await sql`
        insert into conferences.participation (case_id, id, institution_id, person_id, sections, basis, from_at, until_at, ended_at)
        values (${caseIds[row.caseIndex]}, ${newId()}, ${places[row.institution]}, ${person}, ${row.sections}::text[], '{"kind":"legal-duty","rule":"x"}',
          ${at(row.from)}, ${row.until === null ? null : at(row.until)}, ${row.ended ? at(-1) : null})`.execute(city.database.admin)
    }
  })
  afterAll(() => city.dispose())

  const expected = (person: number): Map<string, string[]> =>
    new Map(
      caseIds.flatMap((id, index) => {
        const sections = modelSections(rows, people, person, index)
        return sections.includes('core') ? [[id, sections] as const] : []
      }),
    )

  it('T01 D1 wall by operation: what is listed is what the model allows, with the same sections', async () => {
    for (const [person, worker] of workers.entries()) {
      const listed = await worker.call.listCases({}).catch(() => [])
      expect(
        new Map(listed.map(({ id, mySections }) => [id as string, [...mySections].sort()] as const).sort()),
        `person ${person}, seed ${seed}`,
      ).toEqual(new Map([...expected(person)].sort()))
    }
  })

  it('T01 D1 wall by row: SQL as the runtime role shows the same cases, and nothing of the others in any table', async () => {
    const pool = city.database.pools('conferences').runtime
    for (const [person, { session }] of workers.entries()) {
      const seen = await asSubject(pool, session.databaseKey, async (trx) => {
        const ids = (column: string, table: string) =>
          sql<{ id: string }>`select distinct ${sql.id(column)} as id from ${sql.id(table)} where ${sql.id(column)} is not null`
            .execute(trx)
            .then(({ rows: found }) => found.map(({ id }) => id).sort())
        return {
          cases: await ids('id', 'case_file'),
          participations: await ids('case_id', 'participation'),
          log: await ids('case_id', 'audit_entry'),
        }
      })
      const allowed = [...expected(person).keys()].sort()
      expect(seen.cases, `person ${person}, seed ${seed}`).toEqual(allowed)
      expect(seen.participations).toEqual(allowed)
      expect(seen.log).toEqual(allowed)
    }
  })

  it('T01 sections: the database function and the pure policy agree with the model on 1,000 pairs of person and case', async () => {
    const pool = city.database.pools('conferences').runtime
    let pairs = 0
    for (const [person, { session }] of workers.entries()) {
      const answers = await asSubject(pool, session.databaseKey, (trx) =>
        sql<{ id: string; sections: string[] }>`select id, access.case_sections(id) as sections from unnest(${caseIds}::uuid[]) id`.execute(
          trx,
        ),
      )
      for (const { id, sections } of answers.rows) {
        const model = modelSections(rows, people, person, caseIds.indexOf(id))
        const facts = rows
          .filter(({ caseIndex }) => caseIds[caseIndex] === id)
          .map((row) => ({
            institutionId: Object.values(city.institutions)[row.institution] ?? city.institutions.welfare,
            personId: row.person === null ? null : (workers[row.person]?.session.subject.personId ?? null),
            sections: row.sections,
            from: at(row.from),
            until: row.until === null ? null : at(row.until),
            endedAt: row.ended ? at(-1) : null,
          }))
        expect([...sections].sort(), `person ${person}, case ${id}, seed ${seed}`).toEqual(model)
        expect([...openSections(facts, session.subject, at(0))].sort()).toEqual(model)
        pairs += 1
      }
    }
    expect(pairs).toBe(1_000)
  })

  it('T06 a forged or absent session key shows no row of any table', async () => {
    const pool = city.database.pools('conferences').runtime
    for (const key of ['', 'forged', "' or true --", workers[0]?.session.sessionId ?? '']) {
      const count = await asSubject(pool, key, (trx) =>
        sql<{
          n: number
        }>`select (select count(*) from case_file) + (select count(*) from referral) + (select count(*) from participation) as n`.execute(
          trx,
        ),
      )
      expect(count.rows[0]?.n).toBe(0)
    }
  })

  it('D7 the service’s own role cannot read the vault, and the vault holds no name in clear', async () => {
    const pool = city.database.pools('conferences').runtime
    const key = workers[0]?.session.databaseKey ?? ''
    await expect(asSubject(pool, key, (trx) => sql`select * from vault.identity_field`.execute(trx))).rejects.toThrow(/permission denied/)
    const { rows: stored } = await sql<{ sealed: Buffer }>`select sealed from vault.identity_field`.execute(city.database.admin)
    expect(stored.length).toBeGreaterThan(0)
    expect(stored.some(({ sealed }) => sealed.includes(whoItIs.givenName))).toBe(false)
  })
})
