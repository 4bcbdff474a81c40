import type { GoalId, PlanArea, PlanGap } from '@mreza/contracts-plans'
import { expect, it } from 'vitest'
import { missingParts } from './missing-parts.ts'

const [school, sleep] = ['school', 'sleep'] as GoalId[]
const areas = new Map<GoalId | undefined, PlanArea>([
  [school, 'area-education'],
  [sleep, 'area-health'],
])
const missing = (kind: PlanGap['kind'], goalId: GoalId | null = null, area: PlanArea | null = null) => ({
  gap: { kind, binding: true, rule: null, goalId, activityId: null, indicatorId: null, area } satisfies PlanGap,
})

it('PL8: what is missing stands by the parts of the page in its order, each with its number, and by goal in them', () => {
  const all = [
    missing('goal-without-indicator', school),
    missing('area-not-addressed', null, 'area-education'),
    missing('review-date-not-set'),
    missing('goal-without-activity', sleep),
    missing('goal-without-activity', school),
    missing('wishes-not-recorded'),
    missing('risk-without-response'),
  ]
  expect(
    missingParts(all, (goal) => areas.get(goal)).map(({ part, count, goals }) => [part, count, goals.map(({ goalId }) => goalId)]),
  ).toEqual([
    ['whole', 1, [null]],
    ['wishes', 1, [null]],
    ['safety', 1, [null]],
    ['health', 1, [sleep]],
    ['education', 3, [null, school]],
  ])
})

it('what concerns a goal that is just gone stands with the whole, and nothing is left out', () => {
  const parts = missingParts([missing('goal-without-activity', 'gone' as GoalId)], () => undefined)
  expect(parts).toMatchObject([{ part: 'whole', count: 1 }])
})
