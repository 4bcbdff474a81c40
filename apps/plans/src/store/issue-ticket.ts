import { randomInt } from 'node:crypto'
import type { PersonId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { ClientIssueTable, PlansTables, RoomTable, TicketTable } from './tables.ts'

const largestClientId = 2 ** 32 - 1

/** Is this number the person's own in this room? */
export const isOwnNumber = async (trx: Trx<PlansTables>, roomId: string, clientId: number, personId: PersonId): Promise<boolean> =>
  (await trx
    .selectFrom('client_issue')
    .select('lease')
    .where('room_id', '=', roomId)
    .where('client_id', '=', clientId)
    .where('person_id', '=', personId)
    .executeTakeFirst()) !== undefined

/** Issues a number that nobody has had in this room, at random (PL5). */
export const issueNumber = async (
  trx: Trx<PlansTables>,
  room: Selectable<RoomTable>,
  to: Pick<Selectable<ClientIssueTable>, 'person_id' | 'institution_id' | 'issued_at'>,
): Promise<number> => {
  for (;;) {
    const clientId = randomInt(1, largestClientId)
    const made = await trx
      .insertInto('client_issue')
      .values({ room_id: room.id, case_id: room.case_id, room: room.room, client_id: clientId, ...to })
      .onConflict((same) => same.columns(['room_id', 'client_id']).doNothing())
      .executeTakeFirst()
    if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return clientId
  }
}

/** Stores a ticket for a room. */
export const insertTicket = async (
  trx: Trx<PlansTables>,
  room: Selectable<RoomTable>,
  ticket: Omit<Selectable<TicketTable>, 'plan_id' | 'room_id' | 'case_id' | 'room' | 'person_id'> & { readonly person_id: PersonId },
): Promise<void> => {
  await trx
    .insertInto('ticket')
    .values({ plan_id: room.plan_id, room_id: room.id, case_id: room.case_id, room: room.room, ...ticket })
    .execute()
}
