import type { PlanId } from '@mreza/contracts-kernel'
import type {
  ActivityRow,
  AssignedActivity,
  GoalRow,
  IndicatorRow,
  PlanGap,
  RiskRow,
  RoomProjection,
  UnderstandingRow,
} from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type {
  ActivityTable,
  GoalTable,
  IndicatorTable,
  PlanGapTable,
  PlansTables,
  RiskTable,
  RoomContentTable,
  RoomTable,
  UnderstandingTable,
} from './tables.ts'

const indicatorRow = (row: Selectable<IndicatorTable>): IndicatorRow => ({
  id: row.id,
  goalId: row.goal_id,
  text: row.text,
  baseline: row.baseline,
  target: row.target,
  measure: row.measure,
  check: row.checked_how,
})

const activityRow = (row: Selectable<ActivityTable>): ActivityRow => ({
  id: row.id,
  goalId: row.goal_id,
  what: row.what,
  responsibleInstitutionId: row.responsible_institution_id,
  responsiblePersonId: row.responsible_person_id,
  supportingInstitutionIds: row.supporting_institution_ids,
  startsOn: row.starts_on,
  dueOn: row.due_on,
  state: row.state,
  proof: row.proof,
})

const goalRow = (row: Selectable<GoalTable>, indicators: IndicatorRow[], activities: ActivityRow[]): GoalRow => ({
  id: row.id,
  area: row.area,
  phase: row.phase,
  outcome: row.outcome,
  own: row.own,
  assessOn: row.assess_on,
  rank: row.rank,
  indicators: indicators.filter(({ goalId }) => goalId === row.id),
  activities: activities.filter(({ goalId }) => goalId === row.id),
})

const riskRow = (row: Selectable<RiskTable>): RiskRow => ({
  id: row.id,
  what: row.what,
  response: row.response,
  level: row.level,
  responsibleInstitutionId: row.responsible_institution_id,
})

const understandingRow = ({ id, text, agreed_on }: Selectable<UnderstandingTable>): UnderstandingRow => ({ id, text, agreedOn: agreed_on })

const gapRow = (row: Selectable<PlanGapTable>): PlanGap => ({
  kind: row.kind,
  binding: row.binding,
  rule: row.rule,
  goalId: row.goal_id,
  activityId: row.activity_id,
  indicatorId: row.indicator_id,
  area: row.area,
})

type Rows = 'goal' | 'indicator' | 'activity' | 'risk' | 'understanding' | 'plan_gap'

const rowsOf = <Table extends Rows>(trx: Trx<PlansTables>, table: Table, roomId: string) =>
  trx
    .selectFrom(table as 'goal')
    .selectAll()
    .where('room_id', '=', roomId)
    .orderBy('position')
    .execute() as unknown as Promise<Selectable<PlansTables[Table]>[]>

const contentOf = (content: Selectable<RoomContentTable> | undefined) => ({
  seq: content?.seq ?? 0,
  projectedAt: content?.projected_at ?? null,
  wishes: content?.wishes ?? '',
  participation: content?.participation ?? null,
  reviewOn: content?.review_on ?? null,
  contact: content?.contact ?? null,
  templateId: content?.template_id ?? null,
})

/** The rows of a room; empty where it was never written in. */
export const readRoom = async (trx: Trx<PlansTables>, room: Selectable<RoomTable>): Promise<RoomProjection> => {
  const content = await trx.selectFrom('room_content').selectAll().where('room_id', '=', room.id).executeTakeFirst()
  const indicators = (await rowsOf(trx, 'indicator', room.id)).map(indicatorRow)
  const activities = (await rowsOf(trx, 'activity', room.id)).map(activityRow)
  return {
    room: room.room,
    ...contentOf(content),
    goals: (await rowsOf(trx, 'goal', room.id)).map((row) => goalRow(row, indicators, activities)),
    risks: (await rowsOf(trx, 'risk', room.id)).map(riskRow),
    understandings: (await rowsOf(trx, 'understanding', room.id)).map(understandingRow),
    gaps: (await rowsOf(trx, 'plan_gap', room.id)).map(gapRow),
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
