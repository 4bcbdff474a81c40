import { Audience, CaseId, CivilDate, event, Instant, InstitutionId, PersonId, PlanId } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { CommentId, ThreadId } from './comment.ts'
import { ActivityId } from './content.ts'
import { PlanRoom } from './room.ts'
import { RoomRequestId } from './room-request.ts'
import { VersionId } from './version.ts'

const ofPlan = { planId: PlanId, caseId: CaseId }
// `actorId` is who acted (`null`: the system), so that nobody is told of their own act; `audience` is whom it concerns.
const told = { ...ofPlan, at: Instant, actorId: PersonId.nullable(), audience: Audience }

/** A case has a plan now. */
export const planOpened = event('mreza.plans.plan.opened.v1', z.strictObject(ofPlan))

/** An activity was given to an institution, or its day moved. The latest is true. */
export const activityAssigned = event(
  'mreza.plans.activity.assigned.v1',
  z.strictObject({ ...ofPlan, activityId: ActivityId, institutionId: InstitutionId, dueOn: CivilDate.nullable() }),
)

/** The rows of a room changed. */
export const planChanged = event('mreza.plans.plan.changed.v1', z.strictObject({ ...ofPlan, room: PlanRoom }))

/** Somebody was named in a comment; the audience is those who were and may read it. */
export const commentMentioned = event(
  'mreza.plans.comment.mentioned.v1',
  z.strictObject({ ...told, threadId: ThreadId, commentId: CommentId, room: PlanRoom }),
)

/** Somebody asks to see a closed room; the audience are the case manager and the lead institution's coordinators. */
export const roomRequested = event(
  'mreza.plans.room.requested.v1',
  z.strictObject({ ...told, requestId: RoomRequestId, room: PlanRoom, institutionId: InstitutionId }),
)
/** The request was answered; the audience is who asked. */
export const roomRequestAnswered = event(
  'mreza.plans.room.request-answered.v1',
  z.strictObject({ ...told, requestId: RoomRequestId, room: PlanRoom, granted: z.boolean() }),
)

/** Who asked took the request back. Nobody is told beside those who look at it. */
export const roomRequestWithdrawn = event(
  'mreza.plans.room.request-withdrawn.v1',
  z.strictObject({ ...ofPlan, at: Instant, requestId: RoomRequestId, room: PlanRoom, by: PersonId }),
)

/** A version of the plan was approved and frozen; the audience are the institutions that are asked to sign off (PL19, PL20). */
export const planApproved = event('mreza.plans.plan.approved.v1', z.strictObject({ ...told, versionId: VersionId, number: z.int().min(1) }))
/** An institution put its name to an approved version; the audience is the lead institution. */
export const versionSignedOff = event(
  'mreza.plans.version.signed-off.v1',
  z.strictObject({ ...told, versionId: VersionId, institutionId: InstitutionId, withReservation: z.boolean() }),
)
/** The plan is to be looked at again soon, or by today; once for each date and moment (PL21). */
export const planReviewDue = event(
  'mreza.plans.review.due.v1',
  z.strictObject({
    ...told,
    versionId: VersionId,
    standard: z.enum(['programme', 'law']),
    dueOn: CivilDate,
    moment: z.enum(['soon', 'today']),
  }),
)
