import { PlanArea, type TextPlace } from '@mreza/contracts-plans'
import { addActivity, addGoal, addIndicator, addRisk, addUnderstanding } from '@mreza/plan-document'
import type { Insertable, TextSpot } from '../editor/editing-context.ts'
import { contentOf } from './use-content.ts'

const areaAt = (place: TextPlace): PlanArea | null => {
  if (place.in !== 'prose') return null
  if (place.place === 'safety-plan') return 'area-safety'
  const area = PlanArea.safeParse(place.place)
  return area.success ? area.data : null
}

const goalAt = ({ room, place }: TextSpot) =>
  contentOf(room).goals.find(
    ({ id, indicators, activities }) =>
      (place.in === 'goal' && place.id === id) ||
      (place.in === 'indicator' && indicators.some((indicator) => indicator.id === place.id)) ||
      (place.in === 'activity' && activities.some((activity) => activity.id === place.id)),
  )

/** What can be put into the plan from a spot: a goal from the prose of its area, what belongs to a goal from within its card. */
export const insertablesAt = (spot: TextSpot): readonly Insertable[] => {
  if (spot.room.right !== 'write') return []
  const inGoal = goalAt(spot) !== undefined
  return [
    ...(areaAt(spot.place) !== null || inGoal ? (['goal'] as const) : []),
    ...(inGoal ? (['activity', 'indicator'] as const) : []),
    ...(spot.room.room === 'safety' ? (['risk'] as const) : []),
    ...(spot.room.room === 'core' ? (['understanding'] as const) : []),
  ]
}

/** Puts something into the plan; gives the text into which the caret goes then. */
export const insertAt = (kind: Insertable, spot: TextSpot): TextPlace | null => {
  const { doc } = spot.room
  const goal = goalAt(spot)
  if (kind === 'risk') return { in: 'risk', id: addRisk(doc), field: 'what' }
  if (kind === 'understanding') return { in: 'understanding', id: addUnderstanding(doc), field: 'text' }
  if (kind === 'goal') {
    const area = goal?.area ?? areaAt(spot.place)
    return area === null ? null : { in: 'goal', id: addGoal(doc, { area, phase: goal?.phase ?? 'crisis' }), field: 'outcome' }
  }
  if (goal === undefined) return null
  return kind === 'activity'
    ? { in: 'activity', id: addActivity(doc, goal.id), field: 'what' }
    : { in: 'indicator', id: addIndicator(doc, goal.id), field: 'text' }
}
