import type { CaseId } from '@mreza/contracts-kernel'
import type { GoalRow, PlanRoom } from '@mreza/contracts-plans'
import { type Db, inOneStatement, json, type Trx } from '@mreza/db'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Assignment, ProjectedRoom } from '../domain/projected-room.ts'
import type { PlansTables, RoomContentTable } from './tables.ts'

/** The room whose rows are written. */
export interface RoomKey {
  readonly room_id: string
  readonly case_id: CaseId
  readonly room: PlanRoom
}

/** The columns of each table beside those of the room and the position. */
const columns = {
  goal: sql`id, area, phase, outcome, own, assess_on, rank`,
  indicator: sql`id, goal_id, text, baseline, target, measure, checked_how`,
  activity: sql`id, goal_id, what, responsible_institution_id, responsible_person_id, supporting_institution_ids, starts_on, due_on, state, proof`,
  risk: sql`id, what, response, level, responsible_institution_id`,
  understanding: sql`id, text, agreed_on`,
  plan_gap: sql`kind, binding, rule, goal_id, activity_id, indicator_id, area`,
} as const satisfies Record<string, RawBuilder<unknown>>
type Table = keyof typeof columns

/** What is known of the activities of a room so far. */
export const knownAssignments = async (trx: Trx<PlansTables>, roomId: string): Promise<Assignment[]> => {
  const rows = await trx
    .selectFrom('activity')
    .select(['id', 'responsible_institution_id', 'due_on'])
    .where('room_id', '=', roomId)
    .execute()
  return rows.map((row) => ({ id: row.id, responsibleInstitutionId: row.responsible_institution_id, dueOn: row.due_on }))
}

const goalsAndBelow = (goals: readonly GoalRow[]) => ({
  goal: goals.map(({ id, area, phase, outcome, own, assessOn, rank }) => ({ id, area, phase, outcome, own, assess_on: assessOn, rank })),
  indicator: goals
    .flatMap(({ indicators }) => indicators)
    .map(({ goalId, check, ...row }) => ({ ...row, goal_id: goalId, checked_how: check })),
  activity: goals
    .flatMap(({ activities }) => activities)
    .map(
      ({ id, goalId, what, responsibleInstitutionId, responsiblePersonId, supportingInstitutionIds, startsOn, dueOn, state, proof }) => ({
        id,
        goal_id: goalId,
        what,
        responsible_institution_id: responsibleInstitutionId,
        responsible_person_id: responsiblePersonId,
        supporting_institution_ids: supportingInstitutionIds,
        starts_on: startsOn,
        due_on: dueOn,
        state,
        proof,
      }),
    ),
})

const rowsOf = ({ goals, risks, understandings, gaps }: ProjectedRoom): Readonly<Record<Table, readonly object[]>> => ({
  ...goalsAndBelow(goals),
  risk: risks.map(({ responsibleInstitutionId, ...row }) => ({ ...row, responsible_institution_id: responsibleInstitutionId })),
  understanding: understandings.map(({ id, text, agreedOn }) => ({ id, text, agreed_on: agreedOn })),
  plan_gap: gaps.map(({ goalId, activityId, indicatorId, ...row }) => ({
    ...row,
    goal_id: goalId,
    activity_id: activityId,
    indicator_id: indicatorId,
  })),
})

/** Replaces the rows of a room: those of one table from one parameter, however many there are. */
export const replaceRows = async (trx: Trx<PlansTables>, key: RoomKey, projected: ProjectedRoom): Promise<void> => {
  for (const [name, rows] of Object.entries(rowsOf(projected))) {
    const table = sql.table(name)
    await sql`delete from ${table} where room_id = ${key.room_id}`.execute(trx)
    if (rows.length === 0) continue
    const numbered = rows.map((row, position) => ({ ...row, ...key, position }))
    const own = columns[name as Table]
    await sql`insert into ${table} (room_id, case_id, room, position, ${own})
      select room_id, case_id, room, position, ${own} from jsonb_populate_recordset(null::${table}, ${json(numbered)})`.execute(trx)
  }
}

/** Up to where of its log a room was projected, when, and by which template. */
export type ProjectedAt = Pick<Selectable<RoomContentTable>, 'seq' | 'content_hash' | 'judged_by' | 'projected_at'>

/** Writes what a room says of the plan as a whole, and up to where it was projected. */
export const keepContent = async (trx: Trx<PlansTables>, key: RoomKey, at: ProjectedAt, projected: ProjectedRoom): Promise<void> => {
  const { wishes, participation, reviewOn, contact, templateId } = projected
  const content = { ...at, wishes, participation, review_on: reviewOn, contact, template_id: templateId }
  await trx
    .insertInto('room_content')
    .values({ ...key, ...content })
    .onConflict((same) => same.column('room_id').doUpdateSet(content))
    .execute()
}

/** Up to where of its log a room was projected when it came to what it had come to before. */
export interface PlaceInLog {
  readonly roomId: string
  readonly seq: number
  readonly hash: Buffer
  readonly judgedBy: string | null
}

/**
 * Writes up to where rooms were projected, of each whose rows came out as they are and whose plan follows the same template still, and gives
 * those; not where one was projected further already.
 */
export const keepPlaces = async (worker: Db<PlansTables>, places: readonly PlaceInLog[], now: Date): Promise<string[]> => {
  const of = <T>(pick: (place: PlaceInLog) => T) => places.map(pick)
  const statement = sql<{ room_id: string }>`
    update room_content c set seq = p.seq, projected_at = ${now.toISOString()}
    from unnest(${of(({ roomId }) => roomId)}::uuid[], ${of(({ seq }) => seq)}::bigint[], ${of(({ hash }) => hash)}::bytea[],
      ${of(({ judgedBy }) => judgedBy)}::text[]) p (room_id, seq, content_hash, judged_by)
    join room r on r.id = p.room_id join room core on core.plan_id = r.plan_id and core.room = 'core'
    join room_content said on said.room_id = core.id
    where c.room_id = p.room_id and c.seq < p.seq and c.content_hash = p.content_hash
      and c.judged_by is not distinct from p.judged_by and said.template_id is not distinct from p.judged_by
    returning c.room_id`
  return (await inOneStatement(worker, 'keep places', statement)).map((row) => row.room_id)
}
