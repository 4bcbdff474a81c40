import type { CaseId, InstitutionId, PersonId, PlanId, Section } from '@mreza/contracts-kernel'
import type { PlanRoom, RoomRequest, RoomRequestId } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { RoomRequestTable } from './beside-tables.ts'
import type { PlansTables } from './tables.ts'

/** A request as it is stored. */
export type RoomRequestRow = Selectable<RoomRequestTable>

/** A request as it is shown. */
export const roomRequestFrom = (row: RoomRequestRow): RoomRequest => ({
  id: row.id,
  room: row.room,
  by: row.by,
  institutionId: row.institution_id,
  reason: row.reason,
  at: row.at,
  answer: row.answer,
  answeredAt: row.answered_at,
  answerReason: row.answer_reason,
})

const mostRequests = 200

/** The requests of a plan that are visible to the person of this transaction, the newest first. */
export const requestsOfPlan = (trx: Trx<PlansTables>, planId: PlanId): Promise<RoomRequestRow[]> =>
  trx.selectFrom('room_request').selectAll().where('plan_id', '=', planId).orderBy('id', 'desc').limit(mostRequests).execute()

/** A request by its id, if it is visible. */
export const requestById = (trx: Trx<PlansTables>, id: RoomRequestId): Promise<RoomRequestRow | undefined> =>
  trx.selectFrom('room_request').selectAll().where('id', '=', id).executeTakeFirst()

/** The request of a person for a room that nobody has answered yet. */
export const openRequest = (trx: Trx<PlansTables>, caseId: CaseId, room: PlanRoom, by: PersonId): Promise<RoomRequestRow | undefined> =>
  trx
    .selectFrom('room_request')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('room', '=', room)
    .where('by', '=', by)
    .where('answer', 'is', null)
    .executeTakeFirst()

/** Stores a request; false when the same person has an open one for the room by now. */
export const insertRequest = async (trx: Trx<PlansTables>, row: RoomRequestRow): Promise<boolean> => {
  const made = await trx
    .insertInto('room_request')
    .values(row)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Declines a request, once; undefined when it was answered meanwhile (PL18). */
export const declineRequest = (trx: Trx<PlansTables>, id: RoomRequestId, at: string, reason: string): Promise<RoomRequestRow | undefined> =>
  trx
    .updateTable('room_request')
    .set({ answer: 'declined', answered_at: at, answer_reason: reason })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returningAll()
    .executeTakeFirst()

/** Takes a request back, by who asked; undefined when it was answered meanwhile (PL18). */
export const withdrawRequest = (trx: Trx<PlansTables>, id: RoomRequestId, by: PersonId, at: string): Promise<RoomRequestRow | undefined> =>
  trx
    .updateTable('room_request')
    .set({ answer: 'withdrawn', answered_at: at })
    .where('id', '=', id)
    .where('by', '=', by)
    .where('answer', 'is', null)
    .returningAll()
    .executeTakeFirst()

/** What a participation opens, and to whom. */
export interface Opened {
  readonly caseId: CaseId
  readonly institutionId: InstitutionId
  /** Null: to everyone of the institution who works on cases. */
  readonly personId: PersonId | null
  readonly sections: readonly Section[]
}

/** Answers the open requests that a participation grants, each once, and gives them (PL18). */
export const grantRequests = async (trx: Trx<PlansTables>, opened: Opened, at: string): Promise<RoomRequestRow[]> => {
  const { caseId, institutionId, personId, sections } = opened
  if (sections.length === 0) return []
  return await trx
    .updateTable('room_request')
    .set({ answer: 'granted', answered_at: at })
    .where('case_id', '=', caseId)
    .where('institution_id', '=', institutionId)
    .where('room', 'in', [...sections])
    .where('answer', 'is', null)
    .$if(personId !== null, (query) => query.where('by', '=', personId as PersonId))
    .returningAll()
    .execute()
}
