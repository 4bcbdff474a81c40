import { asWorker } from '@mreza/db'
import { createTestDatabase, seedOf, type TestDatabase } from '@mreza/testkit'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseA, caseB, deed, ledger } from './audit-for-tests.ts'
import { type SignedHead, signHeads } from './sign-heads.ts'
import { verifyChains } from './verify-chains.ts'

const auditKey = Buffer.alloc(32, 7)
const length = 12
let database: TestDatabase
let partner: SignedHead[]
let db: Kysely<unknown>

/** With all rights in the database: triggers off for one statement after the other. */
const tamper = async (...statements: string[]): Promise<void> => {
  await db.connection().execute(async (held) => {
    await sql`set session_replication_role = replica`.execute(held)
    for (const statement of statements) await sql.raw(statement).execute(held)
    await sql`set session_replication_role = origin`.execute(held)
  })
}
/** Mends the hashes of a chain and its head, as one who knows the recipe would. */
const rehash = async (chain: string): Promise<void> => {
  const { rows } = await sql<{
    action: string
    refs: string
  }>`select action, refs::text from ledger.audit_entry where chain = ${chain} order by seq`.execute(db)
  await tamper(`delete from ledger.audit_entry where chain = '${chain}'`, `delete from ledger.audit_head where chain = '${chain}'`)
  for (const { action, refs } of rows)
    await sql`select ledger.audit_append(${chain}, ${action}, null, null, null, ${refs}::jsonb)`.execute(db)
}
const verify = (witnessed: readonly SignedHead[] = []) =>
  verifyChains(db, 'ledger', { auditKey, witnessed, signedUntil: new Date(Date.now() + 60_000) })
const reasons = async (witnessed?: readonly SignedHead[]) => new Set((await verify(witnessed)).broken.map(({ why }) => why))

beforeAll(async () => {
  database = await createTestDatabase([ledger])
  db = database.admin
})
afterAll(() => database.dispose())
beforeEach(async () => {
  await tamper('truncate ledger.audit_entry, ledger.audit_head, ledger.audit_signed_head')
  const { runtime, worker } = database.pools('ledger')
  for (let number = 1; number <= length; number += 1)
    for (const chain of [caseA, caseB]) await asWorker(runtime, (trx) => deed(trx, chain, number))
  partner = await signHeads(worker, 'ledger', auditKey, new Date())
})

describe('T35 small: every tampering with the log is found', () => {
  test('a log that nobody touched is whole, and is signed once', async () => {
    expect(await verify(partner)).toEqual({ chains: 2, entries: 2 * length, broken: [] })
    expect(partner).toHaveLength(2)
    expect(await signHeads(database.pools('ledger').worker, 'ledger', auditKey, new Date())).toEqual([])
  })

  const chain = `chain = '${caseA}'`
  const tamperings: Record<string, (seq: number) => string[]> = {
    'an edited action': (seq) => [`update ledger.audit_entry set action = 'close-case' where ${chain} and seq = ${seq}`],
    'an edited reference': (seq) => [`update ledger.audit_entry set refs = refs || '{"number":"99"}' where ${chain} and seq = ${seq}`],
    'another person': (seq) => [`update ledger.audit_entry set person_id = gen_random_uuid() where ${chain} and seq = ${seq}`],
    'a moved time': (seq) => [`update ledger.audit_entry set at = at - interval '1 microsecond' where ${chain} and seq = ${seq}`],
    'an added purpose': (seq) => [`update ledger.audit_entry set purpose = '' where ${chain} and seq = ${seq}`],
    'a removed entry': (seq) => [`delete from ledger.audit_entry where ${chain} and seq = ${seq}`],
    'a cut tail': (seq) => [`delete from ledger.audit_entry where ${chain} and seq >= ${seq}`],
    'a cut tail with its head': (seq) => [
      `delete from ledger.audit_entry where ${chain} and seq >= ${seq}`,
      `update ledger.audit_head h set seq = ${seq - 1}, hash = coalesce((select hash from ledger.audit_entry where ${chain} and seq = ${seq - 1}), '') where ${chain}`,
    ],
    'a closed gap': (seq) => [
      `delete from ledger.audit_entry where ${chain} and seq = ${seq}`,
      `update ledger.audit_entry set seq = seq - 1 where ${chain} and seq > ${seq}`,
    ],
    'two swapped entries': (seq) => [
      `update ledger.audit_entry set seq = -1 where ${chain} and seq = ${seq}`,
      `update ledger.audit_entry set seq = ${seq} where ${chain} and seq = ${(seq % length) + 1}`,
      `update ledger.audit_entry set seq = ${(seq % length) + 1} where ${chain} and seq = -1`,
    ],
    'an entry of another case': (seq) => [
      `delete from ledger.audit_entry where ${chain} and seq = ${seq}`,
      `insert into ledger.audit_entry (chain, seq, at, action, person_id, institution_id, purpose, refs, hash)
       select '${caseA}', seq, at, action, person_id, institution_id, purpose, refs, hash from ledger.audit_entry where chain = '${caseB}' and seq = ${seq}`,
    ],
    'an inserted entry': () => [
      `insert into ledger.audit_entry (chain, seq, at, action, refs, hash) select '${caseA}', ${length + 1}, now(), 'x', '{}', hash from ledger.audit_entry where ${chain} and seq = ${length}`,
    ],
    'a whole chain taken away': () => [`delete from ledger.audit_entry where ${chain}`, `delete from ledger.audit_head where ${chain}`],
  }

  test.for(Object.entries(tamperings))('%s', async ([name, statements]) => {
    const [seq] = fc.sample(fc.integer({ min: 1, max: length }), { numRuns: 1, seed: seedOf(`T35 ${name}`) })
    await tamper(...statements(seq ?? 1))
    const { broken } = await verify(partner)
    expect(broken.length).toBeGreaterThan(0)
    expect(broken.every((each) => each.chain === caseA)).toBe(true)
  })

  test('a rewrite that mends all hashes and heads is found by the stored signature', async () => {
    await tamper(`update ledger.audit_entry set action = 'close-case' where ${chain} and seq = 3`)
    await rehash(caseA)
    expect(await reasons()).toEqual(new Set(['rewritten']))
  })

  test('a rewrite that also removes the signatures is found because it is unsigned, and by the heads of partners', async () => {
    await tamper(`update ledger.audit_entry set action = 'close-case' where ${chain} and seq = 3`)
    await rehash(caseA)
    await tamper(`delete from ledger.audit_signed_head where ${chain}`)
    expect(await reasons()).toEqual(new Set(['unsigned']))
    expect(await reasons(partner)).toEqual(new Set(['unsigned', 'rewritten']))
  })

  test('a signature made without the key is no signature', async () => {
    await tamper(`update ledger.audit_entry set action = 'close-case' where ${chain} and seq = 3`)
    await rehash(caseA)
    await tamper(`delete from ledger.audit_signed_head where ${chain}`)
    await signHeads(db, 'ledger', Buffer.alloc(32, 8), new Date())
    expect(await reasons()).toEqual(new Set(['bad-signature']))
  })
})
