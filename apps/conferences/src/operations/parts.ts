import type { conferenceOperations } from '@mreza/contracts-conferences'
import type { Pools } from '@mreza/db'
import type { Implementations } from '@mreza/rpc'
import type { Keys } from '@mreza/service'
import type { ConferencesTables, VaultTables } from '../store/tables.ts'

/** What the operations are made with. */
export interface Parts {
  readonly db: Pools<ConferencesTables & VaultTables>
  readonly keys: Pick<Keys, 'masterKey'>
}

/** An operation of the contract, as this service writes it. */
export type Of<Name extends keyof typeof conferenceOperations> = (parts: Parts) => Implementations<typeof conferenceOperations>[Name]
