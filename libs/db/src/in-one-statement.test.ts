import { createTestDatabase, type TestDatabase } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, guarded, keyOf } from './guarded-rows-for-tests.ts'
import { inOneStatement } from './in-one-statement.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase([guarded])
  await fill(database.admin, ['owner-1', 'owner-2'])
})
afterAll(() => database.dispose())

test('a statement is asked again and again with other values, and each answer has its own', async () => {
  const { worker } = database.pools('guarded')
  const asked = Array.from({ length: 40 }, (_, at) => at)
  const answers = asked.map((at) => inOneStatement(worker, 'double', sql<{ twice: number }>`select ${at}::int * 2 as twice`))
  expect((await Promise.all(answers)).flat()).toEqual(asked.map((at) => ({ twice: at * 2 })))
})

test('D5: a key that is set within it ends with it', async () => {
  const { runtime } = database.pools('guarded')
  const key = keyOf('owner-1')
  await inOneStatement(runtime, 'set a key', sql`select set_config('mreza.session_key', ${key}, true)`)
  for (let again = 0; again < 8; again += 1)
    expect(await inOneStatement(runtime, 'what is seen', sql`select canary from secret`)).toEqual([])
})

test('what fails leaves nothing behind, and the next one works', async () => {
  const { worker } = database.pools('guarded')
  const statement = (by: number) => sql<{ whole: number }>`select 10 / ${by}::int as whole`
  await expect(inOneStatement(worker, 'divide', statement(0))).rejects.toThrow('division by zero')
  expect(await inOneStatement(worker, 'divide', statement(5))).toEqual([{ whole: 2 }])
})
