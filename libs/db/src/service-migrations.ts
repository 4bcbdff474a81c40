import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export type { Migration } from 'kysely/migration'

/** A second schema of the same service, such as `vault` beside `conferences`. */
export interface FurtherSchema {
  readonly schema: string
  /** Roles whose search path is this schema instead of the service's first one. They must be in the service's `roles` too. */
  readonly roles: readonly string[]
  /** Whether the roles of every service may name what is in it (`usage`); each function in it still needs its own grant. */
  readonly open?: boolean
}

/** What a service owns in the database. Migrations are named `0001-…` and run in the order of their names, forward only. */
export interface ServiceMigrations {
  readonly schema: string
  /** Login roles: the runtime role first, then the one ending in `_worker`, then (if any) `mreza_vault`. */
  readonly roles: readonly string[]
  readonly migrations: Record<string, Migration>
  readonly also?: readonly FurtherSchema[]
}

/** The password of each login role by the role's name. */
export type RolePasswords = Readonly<Record<string, string>>

/** A service's pools: people act through `runtime`, reactions, relay and clocks through `worker`, identity fields through `vault`. */
export interface Pools<T = unknown> {
  readonly runtime: Kysely<T>
  readonly worker: Kysely<T>
  readonly vault?: Kysely<T>
  /** Ends all connections once running queries are done. */
  close(): Promise<void>
}
