import type { ImportFault } from '@mreza/contracts-directory'
import { asWorker, type Db } from '@mreza/db'
import type { DirectoryTables } from '../store/tables.ts'

/** Keeps what this loading left out in place of what the one before it did. */
export const saveFaults = (db: Db<DirectoryTables>, faults: readonly ImportFault[], at: Date): Promise<void> =>
  asWorker(db, async (trx) => {
    await trx.deleteFrom('import_fault').execute()
    const rows = faults.map(({ path, line, reason }, position) => ({ path, position, line, reason, found_at: at.toISOString() }))
    if (rows.length > 0) await trx.insertInto('import_fault').values(rows).execute()
  })
