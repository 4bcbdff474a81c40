import type { Kysely } from 'kysely'
import { openPool, urlAs } from './connection.ts'
import type { Pools, RolePasswords } from './service-migrations.ts'

export interface PoolsOptions {
  /** Any address of the database; its user and password are replaced by each role's own. */
  readonly url: string
  /** The service's roles as in its `ServiceMigrations`. */
  readonly service: { readonly roles: readonly string[] }
  readonly passwords: RolePasswords
  /** Connections per role; 8 unless told. */
  readonly max?: number
}

const limits = {
  person: { statement_timeout: 15_000, idle_in_transaction_session_timeout: 15_000, lock_timeout: 10_000 },
  worker: { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000, lock_timeout: 30_000 },
} as const

const roleOf = (roles: readonly string[], kind: 'runtime' | 'worker' | 'vault'): string | undefined => {
  if (kind === 'worker') return roles.find((role) => role.endsWith('_worker'))
  if (kind === 'vault') return roles.find((role) => role === 'mreza_vault')
  return roles.find((role) => !role.endsWith('_worker') && role !== 'mreza_vault')
}

/**
 * Opens a service's pools, one per login role. Nothing connects until the first query.
 * Every statement has a time limit, and so has a transaction in which nothing happens.
 */
export const openPools = <T = unknown>(options: PoolsOptions): Pools<T> => {
  const open = (kind: 'runtime' | 'worker' | 'vault'): Kysely<T> | undefined => {
    const role = roleOf(options.service.roles, kind)
    if (role === undefined) return undefined
    const password = options.passwords[role]
    if (password === undefined) throw new Error(`no password was given for the database role ${role}`)
    const connectionString = urlAs(options.url, role, password)
    return openPool<T>({
      connectionString,
      max: options.max ?? 8,
      application_name: role,
      ...limits[kind === 'worker' ? 'worker' : 'person'],
    })
  }
  const runtime = open('runtime')
  const worker = open('worker')
  if (runtime === undefined || worker === undefined) throw new Error('a service needs a runtime role and a role ending in _worker')
  const vault = open('vault')
  const close = async () => {
    await Promise.all([runtime.destroy(), worker.destroy(), vault?.destroy()])
  }
  return vault === undefined ? { runtime, worker, close } : { runtime, worker, vault, close }
}
