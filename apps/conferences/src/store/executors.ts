import type { Db, Trx } from '@mreza/db'
import type { ConferencesTables, VaultTables } from './tables.ts'

/** A transaction of this service. */
export type ConferencesTrx = Trx<ConferencesTables & VaultTables>
/** A pool of this service. */
export type ConferencesDb = Db<ConferencesTables & VaultTables>
