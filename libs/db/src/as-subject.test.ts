import { createTestDatabase, seedOf, type TestDatabase } from '@mreza/testkit'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSubject } from './as-subject.ts'
import { asWorker } from './as-worker.ts'
import type { Trx } from './executor.ts'
import { fill, guarded, keyOf } from './guarded-rows-for-tests.ts'

const owners = Array.from({ length: 20 }, (_, index) => `owner-${index}`)
const canaries = async (db: Kysely<unknown>): Promise<string[]> => {
  const { rows } = await sql<{ canary: string }>`select canary from secret`.execute(db)
  return rows.map(({ canary }) => canary)
}

let database: TestDatabase
let runtime: Kysely<unknown>
beforeAll(async () => {
  database = await createTestDatabase([guarded])
  runtime = database.pools('guarded').runtime
  await fill(database.admin, owners)
})
afterAll(() => database.dispose())

describe('D5 the session key opens the rows of its person and lives as long as the transaction', () => {
  test('T04 small: in a pool of four, with aborts between, nobody ever sees the rows of another', async () => {
    const endings: readonly ((trx: Trx<unknown>) => Promise<unknown>)[] = [
      async () => undefined,
      async () => Promise.reject(new Error('abort')),
      (trx) => sql`select 1 / 0`.execute(trx),
      (trx) => sql`select pg_sleep(0.2)`.execute(trx).then(() => Promise.reject(new Error('abort'))),
      (trx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx),
    ]
    let seen = 0
    const call = async ({ owner, ending }: { owner: string; ending: number }) => {
      await asSubject(runtime, keyOf(owner), async (trx) => {
        const found = await canaries(trx)
        expect(found).toEqual([`canary-${owner}`])
        seen += 1
        await endings[ending]?.(trx)
      }).catch((error: unknown) => {
        if (error instanceof Error && error.name === 'AssertionError') throw error
      })
      const bare = await canaries(runtime).catch(() => [])
      expect(bare).toEqual([])
    }
    const calls = fc.sample(fc.record({ owner: fc.constantFrom(...owners), ending: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3, 4) }), {
      numRuns: 600,
      seed: seedOf('T04'),
    })
    await Promise.all(calls.map(call))
    expect(seen).toBeGreaterThan(400)
  })

  test('T06 small: no forged key, however set, shows a row', async () => {
    const forged = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
      fc.constantFrom(
        ...owners,
        ...owners.map((owner) => `key-${owner}`),
        ...owners.map((owner) => `${keyOf(owner)} `),
        "' or true --",
        '*',
        '%',
        '',
      ),
    )
    await fc.assert(
      fc.asyncProperty(forged, async (key) => {
        expect(await asSubject(runtime, key, canaries)).toEqual([])
        const injected = sql`set local mreza.session_key = ${sql.lit(key)}`
        const outcome = asWorker(runtime, async (trx) => {
          await injected.execute(trx)
          return await canaries(trx)
        })
        expect(await outcome).toEqual([])
      }),
      { numRuns: 500, seed: seedOf('T06') },
    )
  })

  test('T06 small: the runtime role can neither read the sessions, nor become another role, nor switch the guard off', async () => {
    const attempts = [
      'select * from session',
      'set role postgres',
      'set role mreza_guarded_worker',
      'alter table secret disable row level security',
      'drop policy owner on secret',
    ]
    for (const attempt of attempts)
      await expect(sql.raw(attempt).execute(runtime), attempt).rejects.toThrow(/permission denied|must be owner/)
    await expect(asWorker(runtime, (trx) => sql`set local row_security = off`.execute(trx).then(() => canaries(trx)))).rejects.toThrow(
      'row-level security',
    )
  })

  test('a row of another person can be neither written, nor taken over, nor given away', async () => {
    const as = keyOf('owner-1')
    await expect(asSubject(runtime, as, (trx) => sql`insert into secret values ('owner-2', 'x')`.execute(trx))).rejects.toThrow(
      'row-level security',
    )
    await expect(asSubject(runtime, as, (trx) => sql`update secret set owner = 'owner-2'`.execute(trx))).rejects.toThrow(
      'row-level security',
    )
    const touched = await asSubject(runtime, as, (trx) => sql`update secret set canary = canary where owner = 'owner-2'`.execute(trx))
    expect(touched.numAffectedRows).toBe(0n)
  })
})

test('of two transactions that wait for each other one runs again, and both succeed', async () => {
  await sql`create table guarded.counter (id int primary key, value int not null)`.execute(database.admin)
  await sql`insert into guarded.counter values (1, 0), (2, 0)`.execute(database.admin)
  await sql`grant select, update on guarded.counter to mreza_guarded`.execute(database.admin)
  const bump = (trx: Trx<unknown>, id: number) => sql`update counter set value = value + 1 where id = ${id}`.execute(trx)
  let runs = 0
  const both = (first: number, second: number) =>
    asSubject(runtime, '', async (trx) => {
      runs += 1
      await bump(trx, first)
      await sql`select pg_sleep(0.2)`.execute(trx)
      await bump(trx, second)
    })
  await Promise.all([both(1, 2), both(2, 1)])
  expect(runs).toBeGreaterThan(2)
  expect((await sql`select value from counter order by id`.execute(runtime)).rows).toEqual([{ value: 2 }, { value: 2 }])
})

test('any other error is told at once', async () => {
  let runs = 0
  const failing = asSubject(runtime, '', async (trx) => {
    runs += 1
    await sql`select 1 / 0`.execute(trx)
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(runs).toBe(1)
})
