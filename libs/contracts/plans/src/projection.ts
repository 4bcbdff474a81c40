import { CaseId, CivilDate, Instant, InstitutionId, PersonId, PlanId, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { ActivityState, Participation, PlanArea, PlanPhase } from './area.ts'
import { ActivityId, ContactRhythm, GoalId, IndicatorId, RiskId, RiskLevel, UnderstandingId } from './content.ts'
import { PlanGap } from './gap.ts'
import { PlanRoom, RoomRight } from './room.ts'

/** An indicator of a goal as a row. */
export const IndicatorRow = z.strictObject({
  id: IndicatorId,
  goalId: GoalId,
  text: z.string(),
  /** Where things stand now, and where they are to be. */
  baseline: z.string(),
  target: z.string(),
  /** What is counted or seen, and how one checks it. */
  measure: z.string(),
  check: z.string(),
})
export type IndicatorRow = z.infer<typeof IndicatorRow>

/** An activity as a row. `goalId` may name a goal that was withdrawn since. */
export const ActivityRow = z.strictObject({
  id: ActivityId,
  goalId: GoalId,
  what: z.string(),
  responsibleInstitutionId: InstitutionId.nullable(),
  responsiblePersonId: PersonId.nullable(),
  supportingInstitutionIds: z.array(InstitutionId),
  startsOn: CivilDate.nullable(),
  dueOn: CivilDate.nullable(),
  state: ActivityState,
  /** What shows that it was done. */
  proof: z.string(),
})
export type ActivityRow = z.infer<typeof ActivityRow>

/** A goal as a row, in the order of its rank. */
export const GoalRow = z.strictObject({
  id: GoalId,
  area: PlanArea,
  phase: PlanPhase,
  /** In professional words, and in the person's own. */
  outcome: z.string(),
  own: z.string(),
  /** Until when it is assessed with the person whether it was reached. */
  assessOn: CivilDate.nullable(),
  rank: z.string(),
  indicators: z.array(IndicatorRow),
  activities: z.array(ActivityRow),
})
export type GoalRow = z.infer<typeof GoalRow>

/** A risk and what is done when it comes true, as a row; only in the room of safety. */
export const RiskRow = z.strictObject({
  id: RiskId,
  what: z.string(),
  response: z.string(),
  level: RiskLevel.nullable(),
  responsibleInstitutionId: InstitutionId.nullable(),
})
export type RiskRow = z.infer<typeof RiskRow>

/** Something that was agreed with the person, as a row; only in the core room. */
export const UnderstandingRow = z.strictObject({ id: UnderstandingId, text: z.string(), agreedOn: CivilDate.nullable() })
export type UnderstandingRow = z.infer<typeof UnderstandingRow>

/** One room of a plan as rows: what was written up to `seq` of its log. */
export const RoomProjection = z.strictObject({
  room: PlanRoom,
  seq: z.number().int().nonnegative(),
  projectedAt: Instant.nullable(),
  wishes: z.string(),
  participation: Participation.nullable(),
  /** The next look at the plan, the rhythm of contacts and the template it follows; only in the core room. */
  reviewOn: CivilDate.nullable(),
  contact: ContactRhythm.nullable(),
  templateId: Slug.nullable(),
  goals: z.array(GoalRow),
  risks: z.array(RiskRow),
  understandings: z.array(UnderstandingRow),
  gaps: z.array(PlanGap),
})
export type RoomProjection = z.infer<typeof RoomProjection>

/** A room as it stands for the one who asks. `holders` are the institutions that may open it, whom one can ask. */
export const RoomDoor = z.strictObject({ room: PlanRoom, right: RoomRight, holders: z.array(InstitutionId) })
export type RoomDoor = z.infer<typeof RoomDoor>

/** A plan's rooms for the one who asks. */
export const OpenedPlan = z.strictObject({
  planId: PlanId,
  caseId: CaseId,
  createdAt: Instant,
  rooms: z.array(RoomDoor),
  /** May the one who asks lead the plan: approve it, grant and narrow rights (PL16)? */
  leads: z.boolean(),
})
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
