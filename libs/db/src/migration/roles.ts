import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { RolePasswords, ServiceMigrations } from '../service-migrations.ts'
import { scramVerifier } from './scram-verifier.ts'

/** Every service's login roles belong to it; grant to it what all services may do, such as asking `access.subject()`. */
export const servicesGroup = 'mreza_services'

/** Roles are shared by the whole cluster, so two migrations of two databases may meet here; the loser tries again. */
const meets: ReadonlySet<unknown> = new Set(['XX000', '42710', '23505', '40001'])

const persist = async (change: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change()
      return
    } catch (error) {
      if (attempt >= 40 || !meets.has((error as { code?: unknown }).code)) throw error
      await sleep(Math.random() * 50)
    }
  }
}

interface RoleRow {
  readonly rolsuper: boolean
  readonly rolbypassrls: boolean
}

const findRole = async (admin: Kysely<unknown>, role: string): Promise<RoleRow | undefined> =>
  (await sql<RoleRow>`select rolsuper, rolbypassrls from pg_roles where rolname = ${role}`.execute(admin)).rows[0]

const ensureGroup = (admin: Kysely<unknown>): Promise<void> =>
  persist(async () => {
    if ((await findRole(admin, servicesGroup)) === undefined) await sql`create role ${sql.id(servicesGroup)} nologin`.execute(admin)
  })

const ensureLogin = (admin: Kysely<unknown>, role: string, password: string): Promise<void> =>
  persist(async () => {
    const secret = sql.lit(scramVerifier(password))
    const found = await findRole(admin, role)
    if (found === undefined)
      await sql`create role ${sql.id(role)} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit password ${secret}`.execute(
        admin,
      )
    else await sql`alter role ${sql.id(role)} login password ${secret}`.execute(admin)
    if (found?.rolsuper === true) await sql`alter role ${sql.id(role)} nosuperuser`.execute(admin)
    if (found?.rolbypassrls === true) await sql`alter role ${sql.id(role)} nobypassrls`.execute(admin)
    const member = await sql`select 1 from pg_auth_members where roleid = ${servicesGroup}::regrole and member = ${role}::regrole`.execute(
      admin,
    )
    if (member.rows.length === 0) await sql`grant ${sql.id(servicesGroup)} to ${sql.id(role)}`.execute(admin)
  })

/** Makes or renews the login roles of these services: neither superuser nor exempt from row-level security. */
export const ensureRoles = async (
  admin: Kysely<unknown>,
  services: readonly ServiceMigrations[],
  passwords: RolePasswords,
): Promise<void> => {
  await ensureGroup(admin)
  for (const role of new Set(services.flatMap((service) => service.roles))) {
    const password = passwords[role]
    if (password === undefined) throw new Error(`no password was given for the database role ${role}`)
    await ensureLogin(admin, role, password)
  }
}
