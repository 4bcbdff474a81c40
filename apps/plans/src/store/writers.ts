import type { PlanId } from '@mreza/contracts-kernel'
import type { PlanRoom, Writer } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { PlansTables } from './tables.ts'

/** To whom the numbers of a room were issued, if it is visible (PL17). */
export const writersOf = async (trx: Trx<PlansTables>, planId: PlanId, room: PlanRoom): Promise<Writer[]> => {
  const rows = await trx
    .selectFrom('client_issue')
    .innerJoin('room', 'room.id', 'client_issue.room_id')
    .select(['client_issue.client_id', 'client_issue.person_id', 'client_issue.institution_id'])
    .where('room.plan_id', '=', planId)
    .where('room.room', '=', room)
    .orderBy('client_issue.client_id')
    .execute()
  return rows.map((row) => ({ clientId: row.client_id, personId: row.person_id, institutionId: row.institution_id }))
}
