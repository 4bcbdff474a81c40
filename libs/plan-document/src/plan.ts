import { CivilDate, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { ActivityId, ActivityState, GoalId, IndicatorId, Participation, PlanArea, PlanPhase, PlanRoom } from '@mreza/contracts-plans'
import * as z from 'zod'

/** A sign by which one sees that a goal is being reached, and the value aimed at. */
export const Indicator = z.strictObject({ id: IndicatorId, goalId: GoalId, text: z.string(), target: z.string(), withdrawn: z.boolean() })
export type Indicator = z.infer<typeof Indicator>

/** Something that somebody does for a goal until a day. */
export const Activity = z.strictObject({
  id: ActivityId,
  goalId: GoalId,
  what: z.string(),
  responsibleInstitutionId: InstitutionId.nullable(),
  responsiblePersonId: PersonId.nullable(),
  dueOn: CivilDate.nullable(),
  state: ActivityState,
  rank: z.string(),
  withdrawn: z.boolean(),
})
export type Activity = z.infer<typeof Activity>

/** A goal with its indicators and activities, each in the order of rank, ties broken by id. */
export const Goal = z.strictObject({
  id: GoalId,
  area: PlanArea,
  phase: PlanPhase,
  outcome: z.string(),
  rank: z.string(),
  withdrawn: z.boolean(),
  indicators: z.array(Indicator),
  activities: z.array(Activity),
})
export type Goal = z.infer<typeof Goal>

/** Where free prose can be: under each need area, and in the voice room what the person said. */
export const ProsePlace = z.union([PlanArea, z.literal('voice')])
export type ProsePlace = z.infer<typeof ProsePlace>

/** What one room of a plan says, read from its document: plain values, no Yjs. */
export const PlanContent = z.strictObject({
  room: PlanRoom,
  wishes: z.string(),
  participation: Participation.nullable(),
  prose: z.array(z.strictObject({ place: ProsePlace, text: z.string() })),
  goals: z.array(Goal),
})
export type PlanContent = z.infer<typeof PlanContent>
