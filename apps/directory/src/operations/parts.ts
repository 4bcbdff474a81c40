import type { directoryOperations } from '@mreza/contracts-directory'
import type { Pools } from '@mreza/db'
import type { Implementations } from '@mreza/rpc'
import type { DirectoryTables } from '../store/tables.ts'

/** What the operations are made with. */
export interface Parts {
  readonly db: Pools<DirectoryTables>
}

/** An operation of the contract, as this service writes it. */
export type Of<Name extends keyof typeof directoryOperations> = (parts: Parts) => Implementations<typeof directoryOperations>[Name]
