import type { ActivityId, GoalId, PlanArea } from '@mreza/contracts-plans'
import { type Activity, type Goal, placeActivity, placeGoal } from '@mreza/plan-document'
import type { LiveRoom } from '../live/live-room.ts'
import { contentOf } from './use-content.ts'

/** Goals are moved within their room: into another one text goes only by an act that names both (PL22). */
export const goalKind = (room: LiveRoom) => `goal-${room.room}`
/** Activities are moved within their goal. */
export const activityKind = (goalId: GoalId) => `activity-${goalId}`

const goalsBeside = (room: LiveRoom, area: PlanArea): readonly Goal[] =>
  contentOf(room).goals.filter((goal) => goal.area === area && !goal.withdrawn)

/** Puts a goal that was let go into an area before another, or at the end of it. */
export const dropGoal = (room: LiveRoom, id: string, area: PlanArea, beforeId: GoalId | null): void => {
  if (id !== beforeId) placeGoal(room.doc, id as GoalId, { area, beforeId })
}

/** Puts an activity that was let go before another of its goal. */
export const dropActivity = (room: LiveRoom, id: string, beforeId: ActivityId | null): void => {
  if (id !== beforeId) placeActivity(room.doc, id as ActivityId, beforeId)
}

const moved = <T extends { readonly id: string }>(beside: readonly T[], id: string, by: 1 | -1): { beforeId: T['id'] | null } | null => {
  const at = beside.findIndex((each) => each.id === id)
  if (at + by < 0 || at + by >= beside.length) return null
  return { beforeId: beside[by === 1 ? at + 2 : at - 1]?.id ?? null }
}

/** Where a goal would go one place up or down in its area; null at the edge. */
export const goalMoved = (room: LiveRoom, { id, area }: Goal, by: 1 | -1) => moved<Goal>(goalsBeside(room, area), id, by)

/** Where an activity would go one place up or down in its goal; null at the edge. */
export const activityMoved = (room: LiveRoom, { id, goalId }: Activity, by: 1 | -1) => {
  const goal = contentOf(room).goals.find((each) => each.id === goalId)
  return moved<Activity>(goal?.activities.filter(({ withdrawn }) => !withdrawn) ?? [], id, by)
}
