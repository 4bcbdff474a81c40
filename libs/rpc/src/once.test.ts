import { asWorker, type Db, type ServiceMigrations } from '@mreza/db'
import { createTestDatabase, type TestDatabase } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallContext, callContext } from './call-context.ts'
import { log, subject } from './door-for-tests.ts'
import { createIdempotency, once } from './once.ts'

const migrations: ServiceMigrations = {
  schema: 'things',
  roles: ['mreza_things', 'mreza_things_worker'],
  migrations: {
    '0001-things': {
      up: async (db) => {
        await sql`create table thing (id bigint primary key generated always as identity, name text not null)`.execute(db)
        await sql`grant select, insert on thing to mreza_things`.execute(db)
        await createIdempotency(db, 'things')
      },
    },
  },
}

let database: TestDatabase
let db: Db<unknown>
beforeAll(async () => {
  database = await createTestDatabase([migrations])
  db = database.pools('things').runtime
})
afterAll(() => database.dispose())

const ctx = (idempotencyKey: string | null, who = subject): CallContext =>
  callContext({
    claims: { issuer: 'gateway', subject: who, databaseKey: '' },
    now: new Date(),
    log,
    requestId: '',
    idempotencyKey,
    signal: new AbortController().signal,
  })

const add = (context: CallContext, name: string, operation = 'addThing') =>
  asWorker(db, (trx) =>
    once(trx, context, operation, async () => {
      const { rows } = await sql<{ id: number }>`insert into thing (name) values (${name}) returning id`.execute(trx)
      if (name === 'broken') throw new Error('after the insert')
      return { id: rows[0]?.id ?? 0 }
    }),
  )
const countOf = async (name: string) => (await sql`select 1 from thing where name = ${name}`.execute(db)).rows.length

describe('a repeated mutation', () => {
  it('has its effect once and gives the first answer again, also in parallel', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => add(ctx('k1'), 'once')))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await countOf('once')).toBe(1)
  })

  it('runs each time without a key', async () => {
    await add(ctx(null), 'free')
    await add(ctx(null), 'free')
    expect(await countOf('free')).toBe(2)
  })

  it('keeps keys of different people and operations apart', async () => {
    const other = { ...subject, personId: '01900000-0000-7000-8000-0000000000ff' } as typeof subject
    await add(ctx('k2'), 'apart')
    await add(ctx('k2', other), 'apart')
    await add(ctx('k2'), 'apart', 'addOther')
    expect(await countOf('apart')).toBe(3)
  })

  it('takes the key only if the effect stays', async () => {
    await expect(add(ctx('k3'), 'broken')).rejects.toThrow('after the insert')
    await add(ctx('k3'), 'mended')
    expect([await countOf('broken'), await countOf('mended')]).toEqual([0, 1])
  })

  it('refuses a key that is too long', async () => {
    await expect(add(ctx('k'.repeat(101)), 'long')).rejects.toMatchObject({ code: 'invalid-input', field: 'idempotency-key' })
  })

  it('forgets keys after a day', async () => {
    await add(ctx('k4'), 'daily')
    await sql`update things.idempotency set at = now() - interval '25 hours' where key = 'k4'`.execute(database.admin)
    await add(ctx('k5'), 'other')
    await add(ctx('k4'), 'daily')
    expect(await countOf('daily')).toBe(2)
  })
})
