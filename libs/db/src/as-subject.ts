import type { Kysely } from 'kysely'
import type { Trx } from './executor.ts'
import { inTransaction } from './transaction.ts'

/**
 * The one transaction helper for people (rule D5): inside `work` the rows that are visible are those of the person
 * whose session has this database key. The key lives exactly as long as the transaction; a wrong or empty one shows nothing.
 * `work` may run again after a deadlock: it must have no effect outside the database.
 */
export const asSubject = <T, R>(db: Kysely<T>, databaseKey: string, work: (trx: Trx<T>) => Promise<R>): Promise<R> =>
  inTransaction(db, databaseKey, work)
