import type { Kysely } from 'kysely'
import type { Trx } from './executor.ts'
import { inTransaction } from './transaction.ts'

/**
 * The transaction helper for reactions, relay and clocks, on the worker pool: no person acts, so no session key is set.
 * `work` may run again after a deadlock: it must have no effect outside the database.
 */
export const asWorker = <T, R>(db: Kysely<T>, work: (trx: Trx<T>) => Promise<R>): Promise<R> => inTransaction(db, '', work)
