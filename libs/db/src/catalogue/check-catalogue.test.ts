import { createTestDatabase, type TestDatabase } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guarded } from '../guarded-rows-for-tests.ts'
import { checkCatalogue } from './check-catalogue.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase([guarded])
})
afterAll(() => database.dispose())

const look = (definerAllowList = ['guarded_access.subject']) =>
  checkCatalogue(database.admin, { rlsSchemas: ['guarded'], definerAllowList })

/** Breaks one thing, looks, and mends it. */
const lookWhile = async (breaking: string, mending: string) => {
  await sql.raw(breaking).execute(database.admin)
  try {
    return await look()
  } finally {
    await sql.raw(mending).execute(database.admin)
  }
}

describe('T05 the catalogue is as the rules want it', () => {
  test('nothing to say of a schema made by the helpers', async () => {
    expect(await look()).toEqual([])
  })

  test('a definer function that is not on the list is told', async () => {
    expect(await look([])).toEqual([{ object: 'guarded_access.subject', why: 'is SECURITY DEFINER and not on the reviewed list' }])
  })

  const breaches: readonly (readonly [string, string, string, string])[] = [
    [
      'row-level security off',
      'alter table guarded.secret disable row level security',
      'alter table guarded.secret enable row level security',
      'not enabled and forced',
    ],
    [
      'not forced',
      'alter table guarded.secret no force row level security',
      'alter table guarded.secret force row level security',
      'not enabled and forced',
    ],
    ['a table nobody thought of', 'create table guarded.loose (id int)', 'drop table guarded.loose', 'not enabled and forced'],
    [
      'a grant without a policy',
      'grant delete on guarded.secret to mreza_guarded',
      'revoke delete on guarded.secret from mreza_guarded',
      'DELETE is granted to mreza_guarded',
    ],
    [
      'a grant on one column without a policy',
      'grant update (owner) on guarded.session to mreza_guarded',
      'revoke update (owner) on guarded.session from mreza_guarded',
      'UPDATE is granted to mreza_guarded',
    ],
    [
      'a grant to everyone',
      'grant select on guarded.session to public',
      'revoke select on guarded.session from public',
      'SELECT is granted to public',
    ],
    [
      'truncate',
      'grant truncate on guarded.secret to mreza_guarded',
      'revoke truncate on guarded.secret from mreza_guarded',
      'TRUNCATE is granted',
    ],
    ['a plain view', 'create view guarded.peek as select * from guarded.secret', 'drop view guarded.peek', 'not security_invoker'],
    [
      'a materialised view',
      'create materialized view guarded.peek as select * from guarded.secret',
      'drop materialized view guarded.peek',
      'materialised view',
    ],
    [
      'a bendable search path',
      'alter function guarded_access.subject reset search_path',
      'alter function guarded_access.subject set search_path = pg_catalog, pg_temp',
      'without a fixed search_path',
    ],
    [
      'a function open to all',
      'grant execute on function guarded_access.subject to public',
      'revoke execute on function guarded_access.subject from public',
      'open to everyone',
    ],
    [
      'a table owned by a service',
      'create table guarded.owned (id int); alter table guarded.owned owner to mreza_guarded',
      'drop table guarded.owned',
      'is owned by mreza_guarded',
    ],
    ['a role beyond the rules', 'alter role mreza_guarded createdb', 'alter role mreza_guarded nocreatedb', 'may create roles'],
  ]
  test.for(breaches)('%s is told', async ([, breaking, mending, why]) => {
    const told = await lookWhile(breaking, mending)
    expect(told.map((exception) => exception.why).join('; ')).toContain(why)
    expect(await look()).toEqual([])
  })

  test('a policy that is dropped leaves its grant uncovered, whichever it is', async () => {
    const { rows } = await sql<{ name: string; command: string; rows: string | null; check: string | null; role: string }>`
      select policyname as name, cmd as command, qual as rows, with_check as check, roles[1]::text as role from pg_policies
      where schemaname = 'guarded' and policyname <> 'owner'`.execute(database.admin)
    expect(rows).toHaveLength(4)
    for (const { name, command, rows: using, check, role } of rows) {
      const again = `create policy ${name} on guarded.secret for ${command} to ${role} ${using === null ? '' : `using (${using})`} ${check === null ? '' : `with check (${check})`}`
      const told = await lookWhile(`drop policy ${name} on guarded.secret`, again)
      expect(told).toEqual([{ object: 'guarded.secret', why: `${command} is granted to ${role} without a policy` }])
    }
  })
})
