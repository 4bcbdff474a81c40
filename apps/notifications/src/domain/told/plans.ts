import { activityAssigned } from '@mreza/contracts-plans'
import { audienceOf, type Telling } from './telling.ts'

/**
 * An institution was given an activity. The plan's rows are made from a text that several people write at once,
 * so nobody in particular acted.
 */
const activity: Telling<typeof activityAssigned> = {
  event: activityAssigned,
  tell: (assigned) => ({
    kind: 'activity-assigned',
    refs: { planId: assigned.planId, caseId: assigned.caseId, institutionId: assigned.institutionId },
    audience: audienceOf({ institutionId: assigned.institutionId }),
    actorId: null,
  }),
}

/** What is told of plans. */
export const toldOfPlans = [activity]
