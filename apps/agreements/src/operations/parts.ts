import type { agreementOperations, Template } from '@mreza/contracts-agreements'
import type { directoryOperations } from '@mreza/contracts-directory'
import type { Pools } from '@mreza/db'
import type { ClientOf, Implementations } from '@mreza/rpc'
import type { Keys, TokenKeys } from '@mreza/service'
import type { TrustList } from '@mreza/signatures'
import type { AgreementsTables } from '../store/tables.ts'

/** What this service asks of the directory. */
export type DirectoryOnPaper = Pick<ClientOf<typeof directoryOperations>, 'nameOnPaper'>

/** What the operations are made with. */
export interface Parts {
  readonly db: Pools<AgreementsTables>
  /** Names those who stand on paper. */
  readonly directory: DirectoryOnPaper
  /** The installation's seal for documents that it gives out; `null` where it has none. */
  readonly seal: Keys['documentSeal']
  /** Verify what the gateway says of a person. */
  readonly tokenKeys: TokenKeys
  /** The templates that the library holds, by id. */
  readonly library: ReadonlyMap<string, Template>
  /** Whose certificates are trusted for signatures that were made elsewhere. */
  readonly trust: TrustList
}

/** An operation of the contract, as this service writes it. */
export type Of<Name extends keyof typeof agreementOperations> = (parts: Parts) => Implementations<typeof agreementOperations>[Name]
