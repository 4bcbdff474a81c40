import type { CaseId } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'

/** What rights and store need to know of a live connection. The key opens exactly the rows of its session (rule D5). */
export interface LiveWho {
  readonly databaseKey: string
  readonly caseId: CaseId
  readonly room: PlanRoom
  readonly clientId: number
  /** The lease under which the connection holds its writer number (PL13). */
  readonly lease: number
}
