import type { Kysely } from 'kysely'
import { openPool } from './connection.ts'

/** A handle of the owner, for migrations, operator commands and tests. No service may hold one while it runs (rule D12). */
export const openAdmin = <T = unknown>(adminUrl: string): Kysely<T> =>
  openPool<T>({ connectionString: adminUrl, max: 2, application_name: 'mreza_admin' })
