import type { Kysely, Transaction } from 'kysely'

/** A pool, for what needs no transaction of its own. */
export type Db<T> = Kysely<T>
/** An open transaction. Functions that write ask for this type, never for an optional one. */
export type Trx<T> = Transaction<T>
