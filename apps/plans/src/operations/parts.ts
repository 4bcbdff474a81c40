import type { directoryOperations } from '@mreza/contracts-directory'
import type { PlanTemplate, plansOperations } from '@mreza/contracts-plans'
import type { Pools } from '@mreza/db'
import type { ClientOf, Implementations } from '@mreza/rpc'
import type { PlanNewsBoard } from '../live/plan-news.ts'
import type { PlansTables } from '../store/tables.ts'

/** What the operations are made with. */
export interface Parts {
  readonly db: Pools<PlansTables>
  /** Tells the open pages of a plan what beside its text changed. */
  readonly news: PlanNewsBoard
  /** Has the rights of all open connections asked again, on every instance (PL11). */
  readonly lookAgain: () => void
  /** The templates of plans by id, in the order of their kinds. */
  readonly templates: ReadonlyMap<string, PlanTemplate>
  /** Who is who on paper. */
  readonly directory: Pick<ClientOf<typeof directoryOperations>, 'nameOnPaper'>
}

/** An operation of the contract, as this service writes it. */
export type Of<Name extends keyof typeof plansOperations> = (parts: Parts) => Implementations<typeof plansOperations>[Name]
