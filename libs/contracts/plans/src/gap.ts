import { Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { PlanArea } from './area.ts'
import { ActivityId, GoalId, IndicatorId } from './content.ts'

/** What can be missing in a plan (PL8). */
export const GapKind = z.enum([
  'goal-without-outcome',
  'goal-without-own-words',
  'goal-without-indicator',
  'indicator-without-target',
  'indicator-without-check',
  'goal-without-activity',
  'activity-without-responsible',
  'activity-without-due-date',
  'participation-not-recorded',
  'wishes-not-recorded',
  'review-date-not-set',
  'review-date-too-late',
  'contact-rhythm-not-set',
  'area-not-addressed',
  'risk-without-response',
  'suggestion-undecided',
])
export type GapKind = z.infer<typeof GapKind>

/** Why something is asked of a plan: the rule of `protocols/rules.yaml` that asks, and whether a plan may be approved without it. */
export interface Requirement {
  readonly binding: boolean
  readonly rule: Slug | null
}

const elements: Requirement = { binding: true, rule: 'plan-elements' }
const participation: Requirement = { binding: true, rule: 'plan-victim-participates' }
const review: Requirement = { binding: true, rule: 're-examination-6-months' }
const advice: Requirement = { binding: false, rule: null }

/**
 * Who asks for what. Rulebook on social welfare centres (2008): measurable indicators of outcomes, activities, timelines, parties
 * and a description of how achievement is seen; re-examination every six months; contact every two months. Instruction of 2007,
 * point 5: the victim takes part in planning. `area-not-addressed` binds only where the template says so.
 */
export const requirements: Readonly<Record<GapKind, Requirement>> = {
  'goal-without-outcome': elements,
  'goal-without-own-words': advice,
  'goal-without-indicator': elements,
  'indicator-without-target': elements,
  'indicator-without-check': elements,
  'goal-without-activity': elements,
  'activity-without-responsible': elements,
  'activity-without-due-date': elements,
  'participation-not-recorded': participation,
  'wishes-not-recorded': participation,
  'review-date-not-set': review,
  'review-date-too-late': review,
  'contact-rhythm-not-set': { binding: true, rule: 'contact-every-two-months' },
  'area-not-addressed': advice,
  'risk-without-response': advice,
  // An approved plan says one thing: what is only proposed is decided first.
  'suggestion-undecided': { binding: true, rule: null },
}

/** Something that is missing: which rule, whether it binds, and the goal, activity, indicator or area it concerns; all null when the room itself. */
export const PlanGap = z.strictObject({
  kind: GapKind,
  binding: z.boolean(),
  rule: Slug.nullable(),
  goalId: GoalId.nullable(),
  activityId: ActivityId.nullable(),
  indicatorId: IndicatorId.nullable(),
  area: PlanArea.nullable(),
})
export type PlanGap = z.infer<typeof PlanGap>
