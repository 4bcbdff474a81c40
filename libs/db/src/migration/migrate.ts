import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { openPool } from '../connection.ts'
import { DatabaseUnusable } from '../database-unusable.ts'
import type { RolePasswords, ServiceMigrations } from '../service-migrations.ts'
import { ensureRoles } from './roles.ts'
import { ensureSchemas } from './schemas.ts'

const oldestServer = 160_000
/** One migration of one database at a time, whoever starts it. */
const migrationLock = 7_713_402_611

const checkServer = async (admin: Kysely<unknown>): Promise<void> => {
  const version = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`
    .execute(admin)
    .catch((cause: unknown) => {
      const code = (cause as { code?: string }).code ?? ''
      if (/^(28|3D)/.test(code))
        throw new DatabaseUnusable('refused', 'the database refused the owner: check the user, the password and the database name', cause)
      throw new DatabaseUnusable('unreachable', 'the database cannot be reached: check its address and that it is running', cause)
    })
  const found = version.rows[0]?.version ?? 0
  if (found < oldestServer)
    throw new DatabaseUnusable('too-old', `PostgreSQL 16 or newer is needed, this server is ${Math.floor(found / 10_000)}`)
}

const migrateSchema = async (adminUrl: string, service: ServiceMigrations): Promise<void> => {
  const db = openPool<unknown>({
    connectionString: adminUrl,
    max: 1,
    options: `-c search_path=${service.schema}`,
    application_name: 'mreza_migrate',
  })
  try {
    const provider = { getMigrations: async () => service.migrations }
    const migrator = new Migrator({
      db,
      provider,
      migrationTableSchema: service.schema,
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error === undefined) return
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'its start'
    throw new DatabaseUnusable(
      'migration-failed',
      `the migration of ${service.schema} failed at ${failed}: ${error instanceof Error ? error.message : 'unknown'}`,
      error,
    )
  } finally {
    await db.destroy()
  }
}

/**
 * Brings the database to what these services expect: login roles with the given passwords, schemas, then each
 * service's migrations in the given order, forward only. Safe to run again and from several processes at once.
 * Unqualified names in a migration mean the service's own schema. New functions are closed to everyone until granted.
 * @throws DatabaseUnusable when the server is away, refuses, is older than 16, or a migration fails (its transaction is undone).
 */
export const migrate = async (adminUrl: string, services: readonly ServiceMigrations[], rolePasswords: RolePasswords): Promise<void> => {
  const admin = openPool<unknown>({ connectionString: adminUrl, max: 2, application_name: 'mreza_migrate' })
  try {
    await checkServer(admin)
    await admin.connection().execute(async (held) => {
      await sql`select pg_advisory_lock(${migrationLock})`.execute(held)
      try {
        await ensureRoles(held, services, rolePasswords)
        await ensureSchemas(held, services)
        for (const service of services) await migrateSchema(adminUrl, service)
      } finally {
        await sql`select pg_advisory_unlock(${migrationLock})`.execute(held)
      }
    })
  } finally {
    await admin.destroy()
  }
}
