import { CaseId, CivilDate, Instant, InstitutionId, idOf, PersonId, PlanId } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { ActivityState, Participation, PlanArea, PlanPhase } from './area.ts'
import { PlanRoom, RoomRight } from './room.ts'

export const GoalId = idOf('GoalId')
export type GoalId = z.infer<typeof GoalId>
export const ActivityId = idOf('ActivityId')
export type ActivityId = z.infer<typeof ActivityId>
export const IndicatorId = idOf('IndicatorId')
export type IndicatorId = z.infer<typeof IndicatorId>

/** What is missing in a plan (PL8): which rule, and the goal or activity it concerns; both null when the room itself. */
export const PlanGap = z.strictObject({
  kind: z.enum([
    'goal-without-outcome',
    'goal-without-indicator',
    'goal-without-activity',
    'activity-without-responsible',
    'activity-without-due-date',
    'participation-not-recorded',
    'wishes-not-recorded',
  ]),
  goalId: GoalId.nullable(),
  activityId: ActivityId.nullable(),
})
export type PlanGap = z.infer<typeof PlanGap>

/** An indicator of a goal as a row. */
export const IndicatorRow = z.strictObject({ id: IndicatorId, goalId: GoalId, text: z.string(), target: z.string() })
export type IndicatorRow = z.infer<typeof IndicatorRow>

/** An activity as a row. `goalId` may name a goal that was withdrawn since. */
export const ActivityRow = z.strictObject({
  id: ActivityId,
  goalId: GoalId,
  what: z.string(),
  responsibleInstitutionId: InstitutionId.nullable(),
  responsiblePersonId: PersonId.nullable(),
  dueOn: CivilDate.nullable(),
  state: ActivityState,
})
export type ActivityRow = z.infer<typeof ActivityRow>

/** A goal as a row, in the order of its rank. */
export const GoalRow = z.strictObject({
  id: GoalId,
  area: PlanArea,
  phase: PlanPhase,
  outcome: z.string(),
  rank: z.string(),
  indicators: z.array(IndicatorRow),
  activities: z.array(ActivityRow),
})
export type GoalRow = z.infer<typeof GoalRow>

/** One room of a plan as rows: what was written up to `seq` of its log. */
export const RoomProjection = z.strictObject({
  room: PlanRoom,
  seq: z.number().int().nonnegative(),
  projectedAt: Instant.nullable(),
  wishes: z.string(),
  participation: Participation.nullable(),
  goals: z.array(GoalRow),
  gaps: z.array(PlanGap),
})
export type RoomProjection = z.infer<typeof RoomProjection>

/** A room as it stands for the one who asks. `holders` are the institutions that may open it, whom one can ask. */
export const RoomDoor = z.strictObject({ room: PlanRoom, right: RoomRight, holders: z.array(InstitutionId) })
export type RoomDoor = z.infer<typeof RoomDoor>

/** A plan's rooms for the one who asks. */
export const OpenedPlan = z.strictObject({ planId: PlanId, caseId: CaseId, createdAt: Instant, rooms: z.array(RoomDoor) })
export type OpenedPlan = z.infer<typeof OpenedPlan>

/** An activity of an institution with the plan and case that it belongs to. */
export const AssignedActivity = ActivityRow.extend({
  planId: PlanId,
  caseId: CaseId,
  room: PlanRoom,
  area: PlanArea,
  goalOutcome: z.string(),
})
export type AssignedActivity = z.infer<typeof AssignedActivity>
