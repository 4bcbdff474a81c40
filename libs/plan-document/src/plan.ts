import { CivilDate, InstitutionId, PersonId, Slug } from '@mreza/contracts-kernel'
import {
  ActivityId,
  ActivityState,
  ContactRhythm,
  GoalId,
  IndicatorId,
  Participation,
  PlanArea,
  PlanPhase,
  PlanRoom,
  ProsePlace,
  RiskId,
  RiskLevel,
  UnderstandingId,
} from '@mreza/contracts-plans'
import * as z from 'zod'

/** A sign by which one sees that a goal is being reached: how it stands now, the value aimed at, what is measured and how one checks. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  goalId: GoalId,
  text: z.string(),
  baseline: z.string(),
  target: z.string(),
  measure: z.string(),
  check: z.string(),
  withdrawn: z.boolean(),
})
export type Indicator = z.infer<typeof Indicator>

/** Something that somebody does for a goal until a day. */
export const Activity = z.strictObject({
  id: ActivityId,
  goalId: GoalId,
  what: z.string(),
  responsibleInstitutionId: InstitutionId.nullable(),
  responsiblePersonId: PersonId.nullable(),
  supportingInstitutionIds: z.array(InstitutionId),
  startsOn: CivilDate.nullable(),
  dueOn: CivilDate.nullable(),
  state: ActivityState,
  proof: z.string(),
  rank: z.string(),
  withdrawn: z.boolean(),
})
export type Activity = z.infer<typeof Activity>

/** A goal, in professional words and in the person's own, with its indicators and activities, each in the order of rank, ties broken by id. */
export const Goal = z.strictObject({
  id: GoalId,
  area: PlanArea,
  phase: PlanPhase,
  outcome: z.string(),
  own: z.string(),
  note: z.string(),
  assessOn: CivilDate.nullable(),
  rank: z.string(),
  withdrawn: z.boolean(),
  indicators: z.array(Indicator),
  activities: z.array(Activity),
})
export type Goal = z.infer<typeof Goal>

/** A risk, how grave it is, and what is done when it comes true, by whom. */
export const Risk = z.strictObject({
  id: RiskId,
  what: z.string(),
  response: z.string(),
  level: RiskLevel.nullable(),
  responsibleInstitutionId: InstitutionId.nullable(),
  rank: z.string(),
  withdrawn: z.boolean(),
})
export type Risk = z.infer<typeof Risk>

/** Something agreed with the person, and when. */
export const Understanding = z.strictObject({
  id: UnderstandingId,
  text: z.string(),
  agreedOn: CivilDate.nullable(),
  rank: z.string(),
  withdrawn: z.boolean(),
})
export type Understanding = z.infer<typeof Understanding>

/** What one room of a plan says, read from its document: plain values, no Yjs. */
export const PlanContent = z.strictObject({
  room: PlanRoom,
  wishes: z.string(),
  participation: Participation.nullable(),
  /** How the person took part, in words. */
  participationNote: z.string(),
  reviewOn: CivilDate.nullable(),
  contact: ContactRhythm.nullable(),
  /** The template that the plan follows. */
  templateId: Slug.nullable(),
  /** Only places where something is written. */
  prose: z.array(z.strictObject({ place: ProsePlace, text: z.string() })),
  goals: z.array(Goal),
  risks: z.array(Risk),
  understandings: z.array(Understanding),
  /** How many proposed changes nobody has decided yet. */
  openSuggestions: z.int().nonnegative(),
})
export type PlanContent = z.infer<typeof PlanContent>
