import type { Trx } from '@mreza/db'
import { json } from '@mreza/db'
import { type RawBuilder, sql } from 'kysely'
import type { Assignment, ProjectedRoom } from '../domain/projected-room.ts'
import type { PlansTables } from './tables.ts'

/** The room whose rows are written. */
export interface RoomKey {
  readonly room_id: string
  readonly case_id: string
  readonly room: string
}

const tables = ['goal', 'indicator', 'activity', 'plan_gap'] as const

/** What is known of the activities of a room so far. */
export const knownAssignments = async (trx: Trx<PlansTables>, roomId: string): Promise<Assignment[]> => {
  const rows = await trx
    .selectFrom('activity')
    .select(['id', 'responsible_institution_id', 'due_on'])
    .where('room_id', '=', roomId)
    .execute()
  return rows.map((row) => ({ id: row.id, responsibleInstitutionId: row.responsible_institution_id, dueOn: row.due_on }))
}

/** Writes rows of one table from one parameter, however many there are. */
const insertAll = async (
  trx: Trx<PlansTables>,
  { room_id, case_id, room }: RoomKey,
  table: (typeof tables)[number],
  columns: RawBuilder<unknown>,
  rows: readonly object[],
): Promise<void> => {
  if (rows.length === 0) return
  const numbered = rows.map((row, position) => ({ ...row, position, room_id, case_id, room }))
  await sql`insert into ${sql.table(table)} (room_id, case_id, room, position, ${columns})
    select room_id, case_id, room, position, ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json(numbered)})`.execute(
    trx,
  )
}

/** Replaces the rows of a room. */
export const replaceRows = async (trx: Trx<PlansTables>, key: RoomKey, { goals, gaps }: ProjectedRoom): Promise<void> => {
  for (const table of tables) await sql`delete from ${sql.table(table)} where room_id = ${key.room_id}`.execute(trx)
  await insertAll(
    trx,
    key,
    'goal',
    sql`id, area, phase, outcome, rank`,
    goals.map(({ id, area, phase, outcome, rank }) => ({ id, area, phase, outcome, rank })),
  )
  const indicators = goals.flatMap((goal) => goal.indicators)
  await insertAll(
    trx,
    key,
    'indicator',
    sql`id, goal_id, text, target`,
    indicators.map(({ goalId, ...row }) => ({ ...row, goal_id: goalId })),
  )
  await insertAll(
    trx,
    key,
    'activity',
    sql`id, goal_id, what, responsible_institution_id, responsible_person_id, due_on, state`,
    goals.flatMap(({ activities }) =>
      activities.map(({ id, goalId, what, responsibleInstitutionId, responsiblePersonId, dueOn, state }) => ({
        id,
        goal_id: goalId,
        what,
        responsible_institution_id: responsibleInstitutionId,
        responsible_person_id: responsiblePersonId,
        due_on: dueOn,
        state,
      })),
    ),
  )
  await insertAll(
    trx,
    key,
    'plan_gap',
    sql`kind, goal_id, activity_id`,
    gaps.map(({ kind, goalId, activityId }) => ({ kind, goal_id: goalId, activity_id: activityId })),
  )
}
