import type { CaseId, InstitutionId, PlanId } from '@mreza/contracts-kernel'
import {
  activityAssigned,
  commentMentioned,
  planApproved,
  planReviewDue,
  roomRequestAnswered,
  roomRequested,
  versionSignedOff,
} from '@mreza/contracts-plans'
import { audienceOf, type Telling, telling } from './telling.ts'

interface OfPlan {
  planId: PlanId
  caseId: CaseId
}

const ofPlan = ({ planId, caseId }: OfPlan) => ({ planId, caseId })
const byInstitution = (data: OfPlan & { institutionId: InstitutionId }) => ({ ...ofPlan(data), institutionId: data.institutionId })

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

/** What is told of plans. In which room a word was said, or which room was asked for, is read in the plan and not here (NO3, D19). */
export const toldOfPlans = [
  activity,
  telling(commentMentioned, 'plan-comment-mention', ofPlan),
  telling(roomRequested, 'room-requested', byInstitution),
  telling(roomRequestAnswered, 'room-request-answered', ofPlan),
  telling(planApproved, 'plan-approved', ofPlan),
  telling(versionSignedOff, 'plan-signed-off', byInstitution),
  telling(planReviewDue, 'plan-review-due', ofPlan),
]
