import { type Kysely, sql } from 'kysely'
import type { FurtherSchema, ServiceMigrations } from '../service-migrations.ts'
import { servicesGroup } from './roles.ts'

const schemasOf = (service: ServiceMigrations): readonly FurtherSchema[] => {
  const elsewhere = new Set(service.also?.flatMap((further) => further.roles))
  return [{ schema: service.schema, roles: service.roles.filter((role) => !elsewhere.has(role)) }, ...(service.also ?? [])]
}

const ensureSchema = async (admin: Kysely<unknown>, database: string, { schema, roles, open }: FurtherSchema): Promise<void> => {
  await sql`create schema if not exists ${sql.id(schema)}`.execute(admin)
  await sql`revoke all on schema ${sql.id(schema)} from public`.execute(admin)
  if (open === true) await sql`grant usage on schema ${sql.id(schema)} to ${sql.id(servicesGroup)}`.execute(admin)
  for (const role of roles) {
    await sql`grant usage on schema ${sql.id(schema)} to ${sql.id(role)}`.execute(admin)
    await sql`alter role ${sql.id(role)} in database ${sql.id(database)} set search_path = ${sql.id(schema)}`.execute(admin)
  }
}

/** Makes the schemas, closes them to everyone, and lets each role in to its own. */
export const ensureSchemas = async (admin: Kysely<unknown>, services: readonly ServiceMigrations[]): Promise<void> => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(admin)
  const database = rows[0]?.name ?? ''
  await sql`revoke all on database ${sql.id(database)} from public`.execute(admin)
  await sql`grant connect on database ${sql.id(database)} to ${sql.id(servicesGroup)}`.execute(admin)
  await sql`revoke all on schema public from public`.execute(admin)
  await sql`alter default privileges revoke execute on functions from public`.execute(admin)
  for (const schema of services.flatMap(schemasOf)) await ensureSchema(admin, database, schema)
}
