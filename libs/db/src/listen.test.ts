import { createTestDatabase, eventually, type TestDatabase } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guarded } from './guarded-rows-for-tests.ts'
import { listen } from './listen.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase([guarded])
})
afterAll(() => database.dispose())

test('a listener hears what is said after a commit, and finds the line again after it was cut', async () => {
  const heard: string[] = []
  const { worker } = database.pools('guarded')
  const listener = listen(worker, 'here', (payload) => heard.push(payload))
  await eventually(() => expect(heard).toEqual(['']))
  await sql`select pg_notify('here', 'one')`.execute(worker)
  await eventually(() => expect(heard).toEqual(['', 'one']))
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mreza_guarded_worker' and datname = current_database()`.execute(
    database.admin,
  )
  await eventually(() => expect(heard).toEqual(['', 'one', '']))
  await eventually(() => sql`select pg_notify('here', 'two')`.execute(worker))
  await eventually(() => expect(heard.at(-1)).toBe('two'))
  await listener.stop()
})

test('a listener that is stopped leaves no connection', async () => {
  const listener = listen(database.pools('guarded').worker, 'there', () => undefined)
  await listener.stop()
  await eventually(async () => {
    const { rows } = await sql`select 1 from pg_stat_activity where query like 'listen%' and datname = current_database()`.execute(
      database.admin,
    )
    expect(rows).toEqual([])
  })
})
