import { asSubject, type Db } from '@mreza/db'
import { sql } from 'kysely'
import type { ConferencesTrx } from '../store/executors.ts'
import type { ConferencesTables, VaultTables } from '../store/tables.ts'

/**
 * A transaction in which the vault may be read for this subject, and in which the audit row and the event of the look are
 * written: all three are there, or none.
 */
export const lookIntoVault = <R>(
  vault: Db<ConferencesTables & VaultTables>,
  databaseKey: string,
  work: (trx: ConferencesTrx) => Promise<R>,
): Promise<R> =>
  asSubject(vault, databaseKey, async (trx) => {
    await sql`set local search_path = conferences`.execute(trx)
    return work(trx)
  })
