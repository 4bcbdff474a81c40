import { createTestDatabase, eventually, type TestDatabase } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allow } from './migration/allow.ts'
import type { ServiceMigrations } from './service-migrations.ts'

const sample: ServiceMigrations = {
  schema: 'sample',
  roles: ['mreza_sample', 'mreza_sample_worker'],
  migrations: {
    '0001-values': {
      up: async (db) => {
        await sql`create table value (id int primary key, day date, moment timestamptz, days date[], big bigint, amount numeric(12,2))`.execute(
          db,
        )
        await allow(db, 'value', [{ to: 'mreza_sample', can: ['select', 'insert'] }])
      },
    },
  },
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase([sample])
})
afterAll(() => database.dispose())

describe('what comes out of the database', () => {
  test('moments are ISO strings in UTC, civil dates and numerics strings, bigints numbers', async () => {
    const { runtime } = database.pools('sample')
    await sql`insert into value values (1, '2026-03-29', '2026-03-29T01:30:00+01:00', array['2026-03-29'::date, null], 9007199254740991, 10.50)`.execute(
      runtime,
    )
    const { rows } = await sql`select * from value`.execute(runtime)
    expect(rows).toEqual([
      { id: 1, day: '2026-03-29', moment: '2026-03-29T00:30:00.000Z', days: ['2026-03-29', null], big: 9007199254740991, amount: '10.50' },
    ])
  })

  test('a bigint that would lose digits is an error, not another number', async () => {
    await expect(sql`select 9007199254740993::bigint as big`.execute(database.pools('sample').runtime)).rejects.toThrow(RangeError)
  })

  test('a connection that the server ends fails its query and nothing else', async () => {
    const { runtime } = database.pools('sample')
    await expect(sql`select pg_terminate_backend(pg_backend_pid())`.execute(runtime)).rejects.toThrow()
    const { rows } = await eventually(() => sql`select 1 as one`.execute(runtime))
    expect(rows).toEqual([{ one: 1 }])
  })
})
