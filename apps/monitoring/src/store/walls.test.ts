import { asSubject, asWorker, newId, type Pools } from '@mreza/db'
import { createTestDatabase, identityStandIn, type TestDatabase, type TestSession, testSession, testSubject } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf } from '../domain/facts-of.ts'
import { about, institution, minute } from '../facts-for-tests.ts'
import { learn } from './agreements.ts'
import { countOne } from './counts.ts'
import { monitoringMigrations } from './migrations/index.ts'
import { hearOf } from './networks.ts'
import type { Tables } from './tables.ts'

const tables = ['tracked_network', 'tracked_agreement', 'tracked_party', 'tracked_count'] as const

let database: TestDatabase
let db: Pools<Tables>
let nis: TestSession
let elsewhere: TestSession
let nowhere: TestSession

const fill = ({ subject: { networkId } }: TestSession) =>
  asWorker(db.worker, async (trx) => {
    if (networkId === null) return
    await hearOf(trx, networkId, minute(0))
    await learn(trx, factsOf.sent({ ...about(newId<'AgreementId'>(), networkId, minute(1)), partyIds: [institution()] }))
    await countOne(trx, networkId, 2026, 'cases-opened')
  })

beforeAll(async () => {
  database = await createTestDatabase([identityStandIn, monitoringMigrations])
  db = database.pools<Tables>('monitoring')
  const official = { roles: ['city-official' as const] }
  nis = await testSession(database.admin, { subject: testSubject(official) })
  elsewhere = await testSession(database.admin, { subject: testSubject(official) })
  nowhere = await testSession(database.admin, { subject: testSubject({ ...official, networkId: null }) })
  await fill(nis)
  await fill(elsewhere)
})
afterAll(() => database.dispose())

const networksIn = (table: (typeof tables)[number], key: string) =>
  asSubject(db.runtime, key, (trx) => trx.selectFrom(table).select('network_id').execute()).then((rows) =>
    rows.map((row) => row.network_id),
  )

const denied = /permission denied/

describe.each(tables)('the rows of %s, with no service in front (rule D1)', (table) => {
  it('MO5 show each network to its own people only', async () => {
    expect(await networksIn(table, nis.databaseKey)).toEqual([nis.subject.networkId])
    expect(await networksIn(table, elsewhere.databaseKey)).toEqual([elsewhere.subject.networkId])
  })

  it('MO5 show nothing to who belongs to no network, without a key, or with a forged one', async () => {
    for (const key of [nowhere.databaseKey, '', `${nis.databaseKey}x`]) expect(await networksIn(table, key)).toEqual([])
    expect(await db.runtime.selectFrom(table).selectAll().execute()).toEqual([])
  })

  it('MO3 are written by what happened, never by a person', async () => {
    const statements = [`delete from ${table}`, `update ${table} set network_id = gen_random_uuid()`, `truncate ${table}`]
    for (const statement of statements)
      await expect(asSubject(db.runtime, nis.databaseKey, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(denied)
    await expect(asWorker(db.worker, (trx) => sql.raw(`truncate ${table}`).execute(trx))).rejects.toThrow(denied)
  })
})

describe('the schema', () => {
  it('MO1 has no column for a person, a case, a referral or a text', async () => {
    const { rows } = await sql<{ column_name: string; data_type: string }>`
      select distinct column_name, data_type from information_schema.columns
      where table_schema = 'monitoring' and table_name = any(${[...tables]}::text[])`.execute(database.admin)
    const allowed = ['network_id', 'agreement_id', 'institution_id', 'year', 'figure', 'value']
    const others = rows.filter((row) => !allowed.includes(row.column_name))
    expect(others.map((row) => row.data_type)).toEqual(others.map(() => 'timestamp with time zone'))
    expect(rows.filter((row) => row.data_type === 'text').map((row) => row.column_name)).toEqual(['figure'])
  })
})
