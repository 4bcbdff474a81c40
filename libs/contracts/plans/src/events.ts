import { CaseId, CivilDate, event, InstitutionId, PlanId } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { ActivityId } from './projection.ts'
import { PlanRoom } from './room.ts'

/** A case has a plan now. */
export const planOpened = event('mreza.plans.plan.opened.v1', z.strictObject({ planId: PlanId, caseId: CaseId }))

/** An activity was given to an institution, or its day moved. The latest is true. */
export const activityAssigned = event(
  'mreza.plans.activity.assigned.v1',
  z.strictObject({
    planId: PlanId,
    caseId: CaseId,
    activityId: ActivityId,
    institutionId: InstitutionId,
    dueOn: CivilDate.nullable(),
  }),
)

/** The rows of a room changed. */
export const planChanged = event('mreza.plans.plan.changed.v1', z.strictObject({ planId: PlanId, caseId: CaseId, room: PlanRoom }))
