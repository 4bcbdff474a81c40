import { asWorker, type ServiceMigrations } from '@mreza/db'
import { createTestDatabase, eventually, type TestDatabase } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseA, caseB, deed, ledger } from './audit-for-tests.ts'
import { startSigning } from './start-signing.ts'
import { verifyChains } from './verify-chains.ts'

const auditKey = Buffer.alloc(32, 3)
const bare: ServiceMigrations = { schema: 'bare', roles: ['mreza_bare', 'mreza_bare_worker'], migrations: {} }
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase([ledger, bare])
})
afterAll(() => database.dispose())

const signed = async () => (await sql`select 1 from ledger.audit_signed_head`.execute(database.admin)).rows.length
const now = () => new Date()

test('D8 heads are signed round by round, by any number of instances, and once more at the end', async () => {
  const { runtime, worker } = database.pools('ledger')
  const signings = [1, 2].map(() => startSigning({ db: worker, schema: 'ledger', auditKey, now, every: 50 }))
  await asWorker(runtime, (trx) => deed(trx, caseA, 1))
  await eventually(async () => expect(await signed()).toBe(1))
  await asWorker(runtime, (trx) => deed(trx, caseA, 2))
  await eventually(async () => expect(await signed()).toBe(2))
  await asWorker(runtime, (trx) => deed(trx, caseB, 1))
  await Promise.all(signings.map((signing) => signing.stop()))
  expect(await verifyChains(worker, 'ledger', { auditKey, signedUntil: new Date(Date.now() + 60_000) })).toMatchObject({ broken: [] })
})

test('a schema without an audit log, or a database that is away, stops nobody', async () => {
  const failures: unknown[] = []
  const failed = (error: unknown) => failures.push(error)
  await startSigning({ db: database.pools('bare').worker, schema: 'bare', auditKey, now, failed }).stop()
  expect(failures).toEqual([])
  await startSigning({ db: database.pools('bare').worker, schema: 'ledger', auditKey, now, failed }).stop()
  expect(failures.length).toBeGreaterThan(0)
})
