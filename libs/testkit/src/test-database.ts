import { randomBytes } from 'node:crypto'
import { migrate, openAdmin, openPools, type Pools, type RolePasswords, type ServiceMigrations } from '@mreza/db'
import { type Kysely, sql } from 'kysely'
import { templateFor } from './template-database.ts'

/** A database of one test file, migrated, with the services' real roles. */
export interface TestDatabase {
  /** Of the owner. Services must never have it. */
  readonly adminUrl: string
  /** The owner's handle: sees every row; for arranging and for looking at what was stored. */
  readonly admin: Kysely<unknown>
  readonly passwords: RolePasswords
  /** The pools of one of the given services, by its schema; always the same ones. */
  pools<T = unknown>(schema: string): Pools<T>
  /** Ends all connections and drops the database. */
  dispose(): Promise<void>
}

const serverUrl = (): string => {
  const url = process.env.MREZA_TEST_PG_URL
  if (url === undefined) throw new Error('no PostgreSQL: the global setup of libs/testkit did not run')
  return url
}

/** Roles belong to the cluster and files share it, so their passwords are always the same. */
export const testPasswords = (services: readonly ServiceMigrations[]): RolePasswords =>
  Object.fromEntries(services.flatMap((service) => service.roles).map((role) => [role, `test-${role}`]))

const onServer = async (url: string, work: (server: Kysely<unknown>) => Promise<unknown>): Promise<void> => {
  const server = openAdmin(url)
  try {
    await work(server)
  } finally {
    await server.destroy()
  }
}

/**
 * Makes a fresh database with these services in it, migrated in the given order.
 * @param on the superuser's address of the server; the run's own unless told
 * @example const db = await createTestDatabase([identityMigrations, conferencesMigrations])
 */
export const createTestDatabase = async (services: readonly ServiceMigrations[], on = serverUrl()): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  const passwords = testPasswords(services)
  const template = (await templateFor(on, services, passwords)) ?? 'template1'
  await onServer(on, (server) => sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(server))
  const address = new URL(on)
  address.pathname = `/${name}`
  const adminUrl = address.toString()
  // After a copy this finds each step taken, and gives what does not travel with a copy: who may enter, and each role's search path.
  await migrate(adminUrl, services, passwords)
  const admin = openAdmin(adminUrl)
  const opened = new Map<string, Pools<unknown>>()
  const pools = <T>(schema: string): Pools<T> => {
    const service = services.find((candidate) => candidate.schema === schema)
    if (service === undefined) throw new Error(`this test database has no schema ${schema}`)
    const found = opened.get(schema) ?? openPools({ url: adminUrl, service, passwords, max: 4 })
    opened.set(schema, found)
    // The tables' types are the service's own; the handle is the same.
    return found as unknown as Pools<T>
  }
  const dispose = async () => {
    await Promise.all([admin.destroy(), ...[...opened.values()].map((each) => each.close())])
    await onServer(on, (server) => sql`drop database if exists ${sql.id(name)} with (force)`.execute(server))
  }
  return { adminUrl, admin, passwords, pools, dispose }
}
