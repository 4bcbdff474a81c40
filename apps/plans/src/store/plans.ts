import type { CaseId, InstitutionId, PlanId, Section } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import { asWorker, type Db, newId, type Trx } from '@mreza/db'
import { type Selectable, sql } from 'kysely'
import type { PlansTables, PlanTable, RoomTable } from './tables.ts'

/** The sections of a case that are open to the person of this transaction now. */
export const openSections = async (trx: Trx<PlansTables>, caseId: CaseId): Promise<Section[]> => {
  const { rows } = await sql<{ sections: Section[] }>`select access.case_sections(${caseId}) as sections`.execute(trx)
  return rows[0]?.sections ?? []
}

/** The plan of a case, if it is made and visible. */
export const planOfCase = (trx: Trx<PlansTables>, caseId: CaseId): Promise<Selectable<PlanTable> | undefined> =>
  trx.selectFrom('plan').selectAll().where('case_id', '=', caseId).executeTakeFirst()

/** A plan by its id, if it is visible. */
export const planById = (trx: Trx<PlansTables>, planId: PlanId): Promise<Selectable<PlanTable> | undefined> =>
  trx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst()

/** Makes a plan; false when the case has one by now. */
export const insertPlan = async (trx: Trx<PlansTables>, plan: Selectable<PlanTable>): Promise<boolean> => {
  const made = await trx
    .insertInto('plan')
    .values(plan)
    .onConflict((same) => same.column('case_id').doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Makes the rooms of a plan, empty. */
export const insertRooms = async (trx: Trx<PlansTables>, plan: Selectable<PlanTable>, rooms: readonly PlanRoom[]): Promise<void> => {
  await trx
    .insertInto('room')
    .values(rooms.map((room) => ({ id: newId<'RoomId'>(), plan_id: plan.id, case_id: plan.case_id, room, changed_at: plan.created_at })))
    .execute()
}

/** The rooms of a plan that are open now. */
export const openRooms = (trx: Trx<PlansTables>, planId: PlanId): Promise<Selectable<RoomTable>[]> =>
  trx.selectFrom('room').selectAll().where('plan_id', '=', planId).execute()

/** Which institutions may open which sections of a case, as conferences announced it. */
export const holdersOf = async (
  trx: Trx<PlansTables>,
  caseId: CaseId,
): Promise<{ institutionId: InstitutionId; sections: Section[] }[]> => {
  const rows = await trx
    .selectFrom('holder')
    .select(['institution_id', 'sections'])
    .where('case_id', '=', caseId)
    .where('ended', '=', false)
    .orderBy('institution_id')
    .execute()
  return rows.map((row) => ({ institutionId: row.institution_id, sections: row.sections }))
}

/** The ids of all rooms of a plan, also of those that are closed to whoever asks. */
export const roomIdsOf = async (worker: Db<PlansTables>, planId: PlanId): Promise<string[]> => {
  const rows = await asWorker(worker, (trx) => trx.selectFrom('room').select('id').where('plan_id', '=', planId).execute())
  return rows.map(({ id }) => id)
}
