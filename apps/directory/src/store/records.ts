import type { NetworkId } from '@mreza/contracts-kernel'
import type { Db } from '@mreza/db'
import type { AgreementRecordTable, DirectoryTables, ImportFaultTable } from './tables.ts'

/** The agreement records of a network, or (`null`) those that belong to none, in the order of their file. */
export const recordsOf = (db: Db<DirectoryTables>, networkId: NetworkId | null): Promise<AgreementRecordTable[]> =>
  db
    .selectFrom('agreement_record')
    .selectAll()
    .where('network_id', networkId === null ? 'is' : '=', networkId)
    .orderBy('position')
    .execute()

/** What the last loading left out. */
export const importFaults = (db: Db<DirectoryTables>): Promise<ImportFaultTable[]> =>
  db.selectFrom('import_fault').selectAll().orderBy('path').orderBy('position').execute()
