import { asSubject, asWorker, checkCatalogue } from '@mreza/db'
import { createTestDatabase, type TestDatabase } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseA, caseB, deed, ledger } from './audit-for-tests.ts'
import { verifyChains } from './verify-chains.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase([ledger])
})
afterEach(() => database.dispose())
const runtime = () => database.pools('ledger').runtime
const worker = () => database.pools('ledger').worker

test('D8 an entry is there exactly if its transaction is', async () => {
  await asWorker(runtime(), (trx) => deed(trx, caseA, 1))
  await expect(
    asWorker(runtime(), async (trx) => {
      await deed(trx, caseA, 2)
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await asWorker(runtime(), (trx) => deed(trx, caseA, 3))
  expect(await verifyChains(worker(), 'ledger')).toEqual({ chains: 1, entries: 2, broken: [] })
})

test('T36 small: sixteen writers on two chains leave neither gap nor fork', async () => {
  await Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      for (let number = 0; number < 20; number += 1)
        await asWorker(runtime(), (trx) => deed(trx, (writer + number) % 2 === 0 ? caseA : caseB, number))
    }),
  )
  expect(await verifyChains(worker(), 'ledger')).toEqual({ chains: 2, entries: 320, broken: [] })
})

test('D9 a case shows its own log to those who see the case, and no other', async () => {
  await asWorker(runtime(), (trx) => deed(trx, caseA, 1))
  await asWorker(runtime(), (trx) => deed(trx, caseB, 1))
  const seenWith = (key: string) =>
    asSubject(runtime(), key, (trx) => sql`select case_id from audit_entry`.execute(trx).then(({ rows }) => rows))
  expect(await seenWith(caseA)).toEqual([{ case_id: caseA }])
  expect(await seenWith('')).toEqual([])
})

test('D8 neither the services nor the owner can change the log', async () => {
  await asWorker(runtime(), (trx) => deed(trx, caseA, 1))
  for (const attempt of [
    "update audit_entry set action = 'x'",
    'delete from audit_entry',
    'truncate audit_entry',
    "insert into audit_entry (chain, seq, at, action, refs, hash) values ('x', 1, now(), 'x', '{}', '')",
    'update audit_head set seq = 0',
    'delete from audit_head',
  ])
    for (const db of [runtime(), worker()]) await expect(sql.raw(attempt).execute(db), attempt).rejects.toThrow('permission denied')
  for (const attempt of ["update ledger.audit_entry set action = 'x'", 'delete from ledger.audit_entry', 'truncate ledger.audit_entry'])
    await expect(sql.raw(attempt).execute(database.admin), attempt).rejects.toThrow('append-only')
})

test('T05 the catalogue has nothing to say of the audit tables', async () => {
  expect(await checkCatalogue(database.admin, { rlsSchemas: ['ledger'], definerAllowList: ['ledger.audit_append'] })).toEqual([])
})
