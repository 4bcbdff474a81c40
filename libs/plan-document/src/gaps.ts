import type { PlanGap } from '@mreza/contracts-plans'
import type { Activity, Goal, PlanContent } from './plan.ts'

const isBlank = (text: string) => text.trim() === ''
const gap = (kind: PlanGap['kind'], goal: Goal | null = null, activity: Activity | null = null): PlanGap => ({
  kind,
  goalId: goal?.id ?? null,
  activityId: activity?.id ?? null,
})

const ofActivity = (goal: Goal, activity: Activity): PlanGap[] => [
  ...(activity.responsibleInstitutionId === null ? [gap('activity-without-responsible', goal, activity)] : []),
  ...(activity.dueOn === null ? [gap('activity-without-due-date', goal, activity)] : []),
]

const ofGoal = (goal: Goal): PlanGap[] => {
  const activities = goal.activities.filter(({ withdrawn }) => !withdrawn)
  const open = activities.filter(({ state }) => state !== 'abandoned')
  return [
    ...(isBlank(goal.outcome) ? [gap('goal-without-outcome', goal)] : []),
    ...(goal.indicators.every(({ withdrawn, text }) => withdrawn || isBlank(text)) ? [gap('goal-without-indicator', goal)] : []),
    ...(open.length === 0 ? [gap('goal-without-activity', goal)] : []),
    ...open.flatMap((activity) => ofActivity(goal, activity)),
  ]
}

/** What is missing in a room of a plan (PL8). Pure; wishes and participation are asked of the core room only. */
export const gapsOf = (plan: PlanContent): PlanGap[] => [
  ...(plan.room === 'core' && plan.participation === null ? [gap('participation-not-recorded')] : []),
  ...(plan.room === 'core' && isBlank(plan.wishes) ? [gap('wishes-not-recorded')] : []),
  ...plan.goals.filter(({ withdrawn }) => !withdrawn).flatMap(ofGoal),
]
