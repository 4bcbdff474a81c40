import type { plansOperations } from '@mreza/contracts-plans'
import type { Pools } from '@mreza/db'
import type { Implementations } from '@mreza/rpc'
import type { PlansTables } from '../store/tables.ts'

/** What the operations are made with. */
export interface Parts {
  readonly db: Pools<PlansTables>
}

/** An operation of the contract, as this service writes it. */
export type Of<Name extends keyof typeof plansOperations> = (parts: Parts) => Implementations<typeof plansOperations>[Name]
