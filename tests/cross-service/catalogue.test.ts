import { checkCatalogue } from '@mreza/db'
import { createTestDatabase, type TestDatabase } from '@mreza/testkit'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyMigration, everySchema, reviewedDefiners } from './whole-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase(everyMigration)
})
afterAll(() => database.dispose())

/** Some hundred changes, each made, looked at and undone, on whatever machine. */
const patience = 180_000

const look = (db: Kysely<unknown>) => checkCatalogue(db, { rlsSchemas: everySchema, definerAllowList: reviewedDefiners })

class Undo extends Error {}

/** What the catalogue shows after a statement, which is then undone. */
const lookAfter = async (statement: string) => {
  let told: Awaited<ReturnType<typeof look>> = []
  const work = database.admin.transaction().execute(async (trx) => {
    await sql.raw(statement).execute(trx)
    told = await look(trx)
    throw new Undo()
  })
  await expect(work).rejects.toThrow(Undo)
  return told.map(({ object, why }) => `${object} ${why}`)
}

interface Policy {
  readonly table: string
  readonly name: string
  readonly command: string
  readonly role: string
  readonly rows: string | null
  readonly after: string | null
}

const policies = async (): Promise<readonly Policy[]> => {
  const { rows } = await sql<Policy>`
    select schemaname || '.' || tablename as "table", policyname as name, cmd as command, roles[1]::text as role, qual as rows, with_check as after
    from pg_policies where schemaname = any(${everySchema}::text[]) and policyname <> 'owner' order by 1, 2`.execute(database.admin)
  return rows
}

const tables = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any(${everySchema}::text[]) and c.relname not in ('migration', 'migration_lock')
    order by 1`.execute(database.admin)
  return rows.map((row) => row.name)
}

/** Tables of which a service's person-facing role may see or change every row, and why that is right. */
const openToPeople = [
  // What the institutions are and which network they are in is open to every signed-in person (DI5).
  /^agreements\.institution SELECT$/,
  /^directory\.(agreement_record|contact|gap|import_fault|institution|network|person|service) SELECT$/,
  // Identity answers before anybody is signed in; its rows are guarded by secrets and not by a session.
  /^identity\./,
  // Whoever writes says that it happened; nobody reads it back.
  /^\w+\.outbox INSERT$/,
]

/**
 * The vault is a schema of the conferences service with a role of its own. A referral puts identity in and cannot read it back;
 * a reveal checks the case and announces itself.
 */
const within = [
  'mreza_conferences has INSERT on vault.identity_field',
  'mreza_conferences has INSERT on vault.subject_key',
  'mreza_vault has INSERT on conferences.outbox',
  'mreza_vault has SELECT on conferences.case_file',
  'mreza_vault has SELECT on conferences.referral',
]

describe('T05 the catalogue after every migration', () => {
  it('has row-level security enabled and forced everywhere, and nothing that goes round it', async () => {
    expect(await look(database.admin)).toEqual([])
    expect((await tables()).length).toBeGreaterThan(30)
  })

  it('T05 every single policy is needed: without it the check fails, k of k', { timeout: patience }, async () => {
    const all = await policies()
    expect(all.length).toBeGreaterThan(100)
    for (const { table, name, command, role } of all)
      expect(await lookAfter(`drop policy "${name}" on ${table}`)).toContain(`${table} ${command} is granted to ${role} without a policy`)
  })

  it('T05 a table on which it is switched off or not forced is told, each of them', { timeout: patience }, async () => {
    for (const table of await tables())
      for (const how of ['disable', 'no force'])
        expect(await lookAfter(`alter table ${table} ${how} row level security`)).toContain(
          `${table} row-level security is not enabled and forced`,
        )
  })

  it('no person-facing role sees or changes every row of a table, but where that is meant', async () => {
    const open = (await policies())
      .filter(({ role, rows, after }) => !role.endsWith('_worker') && (rows ?? 'true') === 'true' && (after ?? 'true') === 'true')
      .map(({ table, command }) => `${table} ${command}`)
    expect(open.filter((one) => !openToPeople.some((meant) => meant.test(one)))).toEqual([])
  })

  it('no role of one service was granted anything in the schema of another', async () => {
    const { rows } = await sql<{ told: string }>`
      select distinct r.rolname || ' has ' || g.privilege_type || ' on ' || n.nspname || '.' || c.relname as told
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join lateral aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
      where n.nspname = any(${everySchema}::text[]) and r.rolname like 'mreza\\_%'
        and r.rolname not in ('mreza_' || n.nspname, 'mreza_' || n.nspname || '_worker')`.execute(database.admin)
    expect(rows.map((row) => row.told).filter((told) => !within.includes(told))).toEqual([])
  })

  it('every trail can only grow: no role may change or remove an entry', async () => {
    expect(await tables()).toContain('conferences.audit_entry')
    const { rows } = await sql<{ told: string }>`
      select c.oid::regclass || ' ' || g.privilege_type as told from pg_class c cross join lateral aclexplode(c.relacl) g
      where c.relname = 'audit_entry' and g.grantee <> c.relowner and g.privilege_type <> 'SELECT'`.execute(database.admin)
    expect(rows).toEqual([])
  })
})
