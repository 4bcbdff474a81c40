import type { PlanId } from '@mreza/contracts-kernel'
import type { ActivityRow, AssignedActivity, GoalRow, IndicatorRow, RoomProjection } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { ActivityTable, GoalTable, IndicatorTable, PlansTables, RoomContentTable, RoomTable } from './tables.ts'

const indicatorRow = ({ id, goal_id, text, target }: Selectable<IndicatorTable>): IndicatorRow => ({ id, goalId: goal_id, text, target })

const activityRow = (row: Selectable<ActivityTable>): ActivityRow => ({
  id: row.id,
  goalId: row.goal_id,
  what: row.what,
  responsibleInstitutionId: row.responsible_institution_id,
  responsiblePersonId: row.responsible_person_id,
  dueOn: row.due_on,
  state: row.state,
})

const goalRow = (row: Selectable<GoalTable>, indicators: IndicatorRow[], activities: ActivityRow[]): GoalRow => ({
  id: row.id,
  area: row.area,
  phase: row.phase,
  outcome: row.outcome,
  rank: row.rank,
  indicators: indicators.filter(({ goalId }) => goalId === row.id),
  activities: activities.filter(({ goalId }) => goalId === row.id),
})

const rowsOf = <Table extends 'goal' | 'indicator' | 'activity' | 'plan_gap'>(trx: Trx<PlansTables>, table: Table, roomId: string) =>
  trx
    .selectFrom(table as 'goal')
    .selectAll()
    .where('room_id', '=', roomId)
    .orderBy('position')
    .execute() as unknown as Promise<Selectable<PlansTables[Table]>[]>

/** The rows of a room; empty where it was never written in. */
export const readRoom = async (trx: Trx<PlansTables>, room: Selectable<RoomTable>): Promise<RoomProjection> => {
  const content: Selectable<RoomContentTable> | undefined = await trx
    .selectFrom('room_content')
    .selectAll()
    .where('room_id', '=', room.id)
    .executeTakeFirst()
  const indicators = (await rowsOf(trx, 'indicator', room.id)).map(indicatorRow)
  const activities = (await rowsOf(trx, 'activity', room.id)).map(activityRow)
  const gaps = await rowsOf(trx, 'plan_gap', room.id)
  return {
    room: room.room,
    seq: content?.seq ?? 0,
    projectedAt: content?.projected_at ?? null,
    wishes: content?.wishes ?? '',
    participation: content?.participation ?? null,
    goals: (await rowsOf(trx, 'goal', room.id)).map((row) => goalRow(row, indicators, activities)),
    gaps: gaps.map(({ kind, goal_id, activity_id }) => ({ kind, goalId: goal_id, activityId: activity_id })),
  }
}

const mostActivities = 200

/** Activities of an institution that are not done, the nearest day first, those without a day last. */
export const activitiesOfInstitution = async (
  trx: Trx<PlansTables>,
  institutionId: NonNullable<ActivityRow['responsibleInstitutionId']>,
  dueUntil: string | undefined,
): Promise<AssignedActivity[]> => {
  const rows = await trx
    .selectFrom('activity')
    .innerJoin('goal', (on) => on.onRef('goal.room_id', '=', 'activity.room_id').onRef('goal.id', '=', 'activity.goal_id'))
    .innerJoin('room', 'room.id', 'activity.room_id')
    .selectAll('activity')
    .select(['goal.area', 'goal.outcome', 'room.plan_id'])
    .where('activity.responsible_institution_id', '=', institutionId)
    .where('activity.state', 'in', ['planned', 'under-way'])
    .$if(dueUntil !== undefined, (query) => query.where('activity.due_on', '<=', dueUntil ?? ''))
    .orderBy('activity.due_on', (order) => order.asc().nullsLast())
    .orderBy('activity.id')
    .limit(mostActivities)
    .execute()
  return rows.map((row) => ({
    ...activityRow(row),
    planId: row.plan_id as PlanId,
    caseId: row.case_id,
    room: row.room,
    area: row.area,
    goalOutcome: row.outcome,
  }))
}
