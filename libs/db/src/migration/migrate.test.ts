import { createTestDatabase, type TestDatabase, testPasswords } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseUnusable } from '../database-unusable.ts'
import { openPools } from '../open-pools.ts'
import type { ServiceMigrations } from '../service-migrations.ts'
import { migrate } from './migrate.ts'

const roles = ['mreza_steps', 'mreza_steps_worker', 'mreza_vault']
const steps = (migrations: ServiceMigrations['migrations']): ServiceMigrations => ({
  schema: 'steps',
  roles,
  migrations,
  also: [{ schema: 'steps_vault', roles: ['mreza_vault'] }],
})
const first = {
  '0001-one': {
    up: (db: Parameters<ServiceMigrations['migrations'][string]['up']>[0]) =>
      db.schema.createTable('one').addColumn('id', 'integer').execute(),
  },
}
const reasonOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'done',
    (error: unknown) => (error instanceof DatabaseUnusable ? error.reason : error),
  )

let database: TestDatabase
const passwords = testPasswords([steps({})])
beforeAll(async () => {
  database = await createTestDatabase([])
})
afterAll(() => database.dispose())

test('several processes may migrate at once and again: each step runs once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => migrate(database.adminUrl, [steps(first)], passwords)))
  const { rows } = await sql`select name from steps.migration`.execute(database.admin)
  expect(rows).toEqual([{ name: '0001-one' }])
})

test('each role lands in its own schema and has no way into another, nor to anything that was not granted', async () => {
  const pools = openPools({ url: database.adminUrl, service: steps({}), passwords })
  const pathOf = async (db: typeof pools.runtime) => (await sql<{ search_path: string }>`show search_path`.execute(db)).rows[0]?.search_path
  expect(await Promise.all([pathOf(pools.runtime), pathOf(pools.worker), pathOf(pools.vault ?? pools.runtime)])).toEqual([
    'steps',
    'steps',
    'steps_vault',
  ])
  await expect(sql`select * from one`.execute(pools.runtime)).rejects.toThrow('permission denied')
  await expect(sql`select * from steps.one`.execute(pools.vault ?? pools.runtime)).rejects.toThrow('permission denied for schema')
  await expect(sql`create table mine (id int)`.execute(pools.runtime)).rejects.toThrow('permission denied')
  await expect(sql`create temporary table mine (id int)`.execute(pools.runtime)).rejects.toThrow('permission denied')
  await pools.close()
})

test('a step that fails is undone, named, and runs again when it is mended', async () => {
  const half = {
    ...first,
    '0002-two': {
      up: async (db: Parameters<(typeof first)['0001-one']['up']>[0]) => {
        await sql`create table two (id int)`.execute(db)
        await sql`select 1 / 0`.execute(db)
      },
    },
  }
  const failed = migrate(database.adminUrl, [steps(half)], passwords)
  await expect(failed).rejects.toThrow('0002-two')
  expect((await sql`select to_regclass('steps.two') as found`.execute(database.admin)).rows).toEqual([{ found: null }])
  await migrate(
    database.adminUrl,
    [steps({ ...first, '0002-two': { up: (db) => sql`create table two (id int)`.execute(db).then(() => undefined) } })],
    passwords,
  )
  expect((await sql`select to_regclass('steps.two')::text as found`.execute(database.admin)).rows).toEqual([{ found: 'steps.two' }])
})

test('a database that is not there, or does not let us in, is said to be so', async () => {
  const elsewhere = new URL(database.adminUrl)
  elsewhere.port = '1'
  expect(await reasonOf(migrate(elsewhere.toString(), [], {}))).toBe('unreachable')
  const missing = new URL(database.adminUrl)
  missing.pathname = '/no_such_database'
  expect(await reasonOf(migrate(missing.toString(), [], {}))).toBe('refused')
})

test('a role without a password is refused before anything is made', async () => {
  await expect(migrate(database.adminUrl, [{ schema: 'bare', roles: ['mreza_bare'], migrations: {} }], {})).rejects.toThrow('mreza_bare')
})
