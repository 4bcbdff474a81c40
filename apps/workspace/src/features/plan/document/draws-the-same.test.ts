import { addActivity, addGoal, addIndicator, readPlanContent, setActivityDue, setGoalPhase, withdrawActivity } from '@mreza/plan-document'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { goalsDrawTheSame } from './draws-the-same.ts'

const planOf = () => {
  const doc = new Y.Doc()
  const goalId = addGoal(doc, { area: 'area-health', phase: 'crisis' })
  const activityId = addActivity(doc, goalId)
  addIndicator(doc, goalId)
  return { doc, goalId, activityId, goals: () => readPlanContent(doc, 'health').goals }
}

it('a card is not drawn again for a key in its sentences, and is for everything else', () => {
  const { doc, goalId, activityId, goals } = planOf()
  const [before] = [goals()]
  const typed = before.map((goal) => ({
    ...goal,
    outcome: 'She sleeps',
    note: 'n',
    activities: goal.activities.map((activity) => ({ ...activity, what: 'Call' })),
    indicators: goal.indicators.map((indicator) => ({ ...indicator, text: 'Hours' })),
  }))
  expect(goalsDrawTheSame(before, typed)).toBe(true)
  expect(
    goalsDrawTheSame(
      before,
      before.map((goal) => ({ ...goal, own: 'I want' })),
    ),
  ).toBe(false)
  setActivityDue(doc, activityId, '2026-03-01')
  expect(goalsDrawTheSame(before, goals())).toBe(false)
  const due = goals()
  setGoalPhase(doc, goalId, 'transition')
  expect(goalsDrawTheSame(due, goals())).toBe(false)
  const moved = goals()
  withdrawActivity(doc, activityId)
  expect(goalsDrawTheSame(moved, goals())).toBe(false)
})

it('what is withdrawn is listed by its words, so a change of them counts', () => {
  const { doc, activityId, goals } = planOf()
  withdrawActivity(doc, activityId)
  const before = goals()
  const changed = before.map((goal) => ({ ...goal, activities: goal.activities.map((activity) => ({ ...activity, what: 'Other' })) }))
  expect(goalsDrawTheSame(before, changed)).toBe(false)
})
