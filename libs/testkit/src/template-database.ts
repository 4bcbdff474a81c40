import { createHash, randomBytes } from 'node:crypto'
import { migrate, openAdmin, type RolePasswords, type ServiceMigrations } from '@mreza/db'
import { type Kysely, sql } from 'kysely'
import { eventually } from './eventually.ts'

/** What makes two lists of services the same within one run, in which the sources do not change. */
const identityOf = (run: string, services: readonly ServiceMigrations[]): string => {
  const steps = ({ migrations }: ServiceMigrations) => Object.entries(migrations).map(([name, { up }]) => [name, String(up)])
  const written = services.map((service) => [service.schema, service.roles, service.also ?? [], steps(service)])
  return createHash('sha256')
    .update(JSON.stringify([run, written]))
    .digest('hex')
    .slice(0, 16)
}

const stands = async (server: Kysely<unknown>, name: string): Promise<boolean> =>
  (await sql`select 1 from pg_database where datname = ${name}`.execute(server)).rows.length > 0

/** Makes it under another name first, so that nobody copies it half made; its last connection may take a moment to be gone. */
const make = async (server: Kysely<unknown>, name: string, addressOf: (name: string) => string, fill: (url: string) => Promise<void>) => {
  const making = `making_${randomBytes(6).toString('hex')}`
  await sql`create database ${sql.id(making)}`.execute(server)
  await fill(addressOf(making))
  await eventually(() => sql`alter database ${sql.id(making)} rename to ${sql.id(name)}`.execute(server))
}

/**
 * The name of a database in which these services are migrated, to make others from: migrating takes seconds, a copy a tenth of one.
 * Whoever asks first in a run makes it, and the others wait. Only where the run has a server of its own (`MREZA_TEST_RUN`): on a
 * lent one nothing would take it away again.
 */
export const templateFor = async (
  serverUrl: string,
  services: readonly ServiceMigrations[],
  passwords: RolePasswords,
): Promise<string | undefined> => {
  const run = process.env.MREZA_TEST_RUN
  if (run === undefined || services.length === 0) return undefined
  const identity = identityOf(run, services)
  const name = `template_${identity}`
  const addressOf = (database: string) => Object.assign(new URL(serverUrl), { pathname: `/${database}` }).toString()
  const server = openAdmin(serverUrl)
  try {
    await server.connection().execute(async (held) => {
      await sql`select pg_advisory_lock(hashtextextended(${identity}, 0))`.execute(held)
      if (!(await stands(held, name))) await make(held, name, addressOf, (url) => migrate(url, services, passwords))
    })
    return name
  } finally {
    await server.destroy()
  }
}
