import type { plansOperations } from '@mreza/contracts-plans'
import type { Implementations } from '@mreza/rpc'
import { issueTicket } from './operations/issue-ticket.ts'
import { listActivities } from './operations/list-activities.ts'
import { openPlan } from './operations/open-plan.ts'
import type { Parts } from './operations/parts.ts'
import { readPlan } from './operations/read-plan.ts'

/** The table of contents: what the plans service answers. */
export const plansRouter = (parts: Parts): Implementations<typeof plansOperations> => ({
  openPlan: openPlan(parts),
  issueTicket: issueTicket(parts),
  readPlan: readPlan(parts),
  listActivities: listActivities(parts),
})
