import { type PostgresServer, startPostgres, testPasswords } from '@mreza/testkit'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSubject } from '../as-subject.ts'
import { checkCatalogue } from '../catalogue/check-catalogue.ts'
import { fill, guarded, keyOf } from '../guarded-rows-for-tests.ts'
import { openAdmin } from '../open-admin.ts'
import { openPools } from '../open-pools.ts'
import { migrate } from './migrate.ts'

// A cluster of its own: in the shared one the roles belong to its superuser already. Passwords are asked for here.
let server: PostgresServer
let ownerUrl: string
let owner: Kysely<unknown>
const passwords = testPasswords([guarded])

beforeAll(async () => {
  server = await startPostgres({ passwords: true })
  const superuser = openAdmin(server.adminUrl)
  await sql`create role plain_owner login createrole password 'plain'`.execute(superuser)
  await sql`create database owned owner plain_owner`.execute(superuser)
  await superuser.destroy()
  const url = new URL(server.adminUrl)
  url.username = 'plain_owner'
  url.password = 'plain'
  url.pathname = '/owned'
  ownerUrl = url.toString()
  owner = openAdmin(ownerUrl)
})
afterAll(async () => {
  await owner.destroy()
  await server.stop()
})

test('an owner that is no superuser, as managed databases give, can migrate twice, and the guard holds', async () => {
  await migrate(ownerUrl, [guarded], passwords)
  await migrate(ownerUrl, [guarded], passwords)
  await fill(owner, ['owner-1', 'owner-2'])
  const pools = openPools({ url: ownerUrl, service: guarded, passwords })
  const seen = await asSubject(pools.runtime, keyOf('owner-1'), (trx) => sql`select canary from secret`.execute(trx))
  await pools.close()
  expect(seen.rows).toEqual([{ canary: 'canary-owner-1' }])
  expect(await checkCatalogue(owner, { rlsSchemas: ['guarded'], definerAllowList: ['guarded_access.subject'] })).toEqual([])
})

test('a role enters with its password and with no other', async () => {
  const wrong = openPools({ url: ownerUrl, service: guarded, passwords: { ...passwords, mreza_guarded: 'wrong' } })
  await expect(sql`select 1`.execute(wrong.runtime)).rejects.toThrow('password authentication failed')
  await wrong.close()
})
