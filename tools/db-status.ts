import { openAdmin } from '@mreza/db'
import { type Kysely, sql } from 'kysely'
import { schemasWith } from './maintenance/schemas-with.ts'
import { withInstallation } from './maintenance/with-installation.ts'
import { say } from './provision/say.ts'

/** `npm run db:status`: each service's schema, its last migration, its size, and the events that still wait to be sent. */
await withInstallation(async ({ databaseUrl }) => {
  const admin = openAdmin(databaseUrl)
  try {
    say.line('PostgreSQL', await versionOf(admin))
    const withOutbox = new Set(await schemasWith(admin, 'outbox'))
    for (const schema of await schemasWith(admin, 'migration')) {
      const waiting = withOutbox.has(schema) ? `, ${await waitingIn(admin, schema)} events waiting` : ''
      say.line(schema, `${await lastMigration(admin, schema)}, ${await sizeOf(admin, schema)}${waiting}`)
    }
  } finally {
    await admin.destroy()
  }
  return 0
})

async function versionOf(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
  return rows[0]?.version ?? ''
}

async function lastMigration(db: Kysely<unknown>, schema: string): Promise<string> {
  const { rows } = await sql<{ name: string; count: number }>`
    select max(name) as name, count(*)::int as count from ${sql.id(schema, 'migration')}`.execute(db)
  return `${rows[0]?.count ?? 0} migrations, last ${rows[0]?.name ?? 'none'}`
}

async function sizeOf(db: Kysely<unknown>, schema: string): Promise<string> {
  const { rows } = await sql<{ size: string }>`
    select pg_size_pretty(coalesce(sum(pg_total_relation_size(c.oid)), 0)) as size
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema} and c.relkind = 'r'`.execute(db)
  return rows[0]?.size ?? ''
}

async function waitingIn(db: Kysely<unknown>, schema: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.id(schema, 'outbox')} where published_at is null`.execute(db)
  return rows[0]?.count ?? 0
}
