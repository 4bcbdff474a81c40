import type { CaseId, InstitutionId } from '@mreza/contracts-kernel'
import type { NarrowedRight, PlanRoom, RoomResource } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { NarrowedRightTable } from './beside-tables.ts'
import { openSections } from './plans.ts'
import type { PlansTables } from './tables.ts'

/** What the policy asks about any room of a case for the institution of the person of this transaction (PL2, PL16). */
export const roomResources = async (
  trx: Trx<PlansTables>,
  caseId: CaseId,
  institutionId: InstitutionId,
): Promise<(room: PlanRoom) => RoomResource> => {
  const sections = await openSections(trx, caseId)
  const narrowed = await trx
    .selectFrom('narrowed_right')
    .select('narrowed_to')
    .where('case_id', '=', caseId)
    .where('institution_id', '=', institutionId)
    .executeTakeFirst()
  return (room) => ({ room, openSections: sections, ...(narrowed === undefined ? {} : { narrowedTo: narrowed.narrowed_to }) })
}

/** How institutions are narrowed in the plan of a case. */
export const narrowedRightsOf = async (trx: Trx<PlansTables>, caseId: CaseId): Promise<NarrowedRight[]> => {
  const rows = await trx
    .selectFrom('narrowed_right')
    .select(['institution_id', 'narrowed_to'])
    .where('case_id', '=', caseId)
    .orderBy('institution_id')
    .execute()
  return rows.map((row) => ({ institutionId: row.institution_id, right: row.narrowed_to }))
}

/** Narrows an institution in a plan. */
export const putNarrowedRight = async (trx: Trx<PlansTables>, row: Selectable<NarrowedRightTable>): Promise<void> => {
  const { narrowed_to, by, at } = row
  await trx
    .insertInto('narrowed_right')
    .values(row)
    .onConflict((same) => same.columns(['case_id', 'institution_id']).doUpdateSet({ narrowed_to, by, at }))
    .execute()
}

/** Takes the narrowing of an institution back. */
export const dropNarrowedRight = async (trx: Trx<PlansTables>, caseId: CaseId, institutionId: InstitutionId): Promise<void> => {
  await trx.deleteFrom('narrowed_right').where('case_id', '=', caseId).where('institution_id', '=', institutionId).execute()
}
