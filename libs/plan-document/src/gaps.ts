import type { CivilDate } from '@mreza/contracts-kernel'
import { areasOfRoom, type GapKind, type PlanArea, type PlanGap, type PlanTemplate, requirements } from '@mreza/contracts-plans'
import { dayAfter } from './civil-period.ts'
import type { Activity, Goal, Indicator, PlanContent } from './plan.ts'

/** What the list of gaps depends on beside the document: the template that the plan follows, and the day. */
export interface GapSurroundings {
  readonly template: PlanTemplate | null
  readonly today: CivilDate
}

/** The rulebook on social welfare centres (2008) asks for the plan to be examined again within six months. */
const longestWithoutReview = { amount: 6, unit: 'month' } as const

const isBlank = (text: string) => text.trim() === ''
interface Concerned {
  readonly goal?: Goal
  readonly activity?: Activity
  readonly indicator?: Indicator
  readonly area?: PlanArea
}
const gap = (kind: GapKind, { goal, activity, indicator, area }: Concerned = {}): PlanGap => ({
  kind,
  ...requirements[kind],
  goalId: goal?.id ?? null,
  activityId: activity?.id ?? null,
  indicatorId: indicator?.id ?? null,
  area: area ?? goal?.area ?? null,
})
const when = (missing: boolean, kind: GapKind, concerned?: Concerned): PlanGap[] => (missing ? [gap(kind, concerned)] : [])

const ofActivity = (goal: Goal, activity: Activity): PlanGap[] => [
  ...when(activity.responsibleInstitutionId === null, 'activity-without-responsible', { goal, activity }),
  ...when(activity.dueOn === null, 'activity-without-due-date', { goal, activity }),
]

const ofIndicator = (goal: Goal, indicator: Indicator): PlanGap[] => [
  ...when(isBlank(indicator.target), 'indicator-without-target', { goal, indicator }),
  ...when(isBlank(indicator.check), 'indicator-without-check', { goal, indicator }),
]

const ofGoal = (goal: Goal): PlanGap[] => {
  const open = goal.activities.filter(({ withdrawn, state }) => !withdrawn && state !== 'abandoned')
  const indicators = goal.indicators.filter(({ withdrawn, text }) => !withdrawn && !isBlank(text))
  return [
    ...when(isBlank(goal.outcome), 'goal-without-outcome', { goal }),
    ...when(isBlank(goal.own), 'goal-without-own-words', { goal }),
    ...when(indicators.length === 0, 'goal-without-indicator', { goal }),
    ...indicators.flatMap((indicator) => ofIndicator(goal, indicator)),
    ...when(open.length === 0, 'goal-without-activity', { goal }),
    ...open.flatMap((activity) => ofActivity(goal, activity)),
  ]
}

const ofCore = (plan: PlanContent, today: CivilDate): PlanGap[] => [
  ...when(plan.participation === null || plan.participation === 'not-asked', 'participation-not-recorded'),
  ...when(isBlank(plan.wishes), 'wishes-not-recorded'),
  ...when(plan.reviewOn === null, 'review-date-not-set'),
  ...when(plan.reviewOn !== null && plan.reviewOn > dayAfter(today, longestWithoutReview), 'review-date-too-late'),
  ...when(plan.contact === null, 'contact-rhythm-not-set'),
]

const ofAreas = (plan: PlanContent, template: PlanTemplate): PlanGap[] => {
  const addressed = (area: PlanArea) =>
    plan.prose.some(({ place, text }) => place === area && !isBlank(text)) ||
    plan.goals.some((goal) => goal.area === area && !goal.withdrawn)
  return template.areas.flatMap(({ area, required }) =>
    required === undefined || !areasOfRoom[plan.room].includes(area) || addressed(area)
      ? []
      : [{ ...gap('area-not-addressed', { area }), ...required }],
  )
}

/** What is missing in a room of a plan, and who asks for it (PL8). Pure; what concerns the plan as a whole is asked of the core room only. */
export const gapsOf = (plan: PlanContent, { template, today }: GapSurroundings): PlanGap[] => [
  ...(plan.room === 'core' ? ofCore(plan, today) : []),
  ...(template === null ? [] : ofAreas(plan, template)),
  ...plan.risks.filter(({ withdrawn, response }) => !withdrawn && isBlank(response)).map(() => gap('risk-without-response')),
  ...when(plan.openSuggestions > 0, 'suggestion-undecided'),
  ...plan.goals.filter(({ withdrawn }) => !withdrawn).flatMap(ofGoal),
]
