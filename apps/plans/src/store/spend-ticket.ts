import { asWorker, type Db } from '@mreza/db'
import { sql } from 'kysely'
import type { PlansTables, TicketTable } from './tables.ts'

/** A ticket that was just used up, with the lease that its connection now holds. */
export type SpentTicket = Omit<TicketTable, 'hash'> & { readonly lease: number }

/**
 * Uses a ticket up: it is gone whatever comes of it (PL4), and whoever held its writer number before is overtaken (PL13).
 * Undefined when there is no such ticket or it is too old.
 */
export const spendTicket = (db: Db<PlansTables>, hash: Buffer, now: Date): Promise<SpentTicket | undefined> =>
  asWorker(db, async (trx) => {
    const ticket = await trx.deleteFrom('ticket').where('hash', '=', hash).returningAll().executeTakeFirst()
    if (ticket === undefined || new Date(ticket.expires_at) <= now) return undefined
    const { lease } = await trx
      .updateTable('client_issue')
      .set({ lease: sql`lease + 1` })
      .where('room_id', '=', ticket.room_id)
      .where('client_id', '=', ticket.client_id)
      .returning('lease')
      .executeTakeFirstOrThrow()
    return { ...ticket, lease }
  })

/** Throws away tickets that nobody used. */
export const dropOldTickets = async (db: Db<PlansTables>, now: Date): Promise<void> => {
  await asWorker(db, (trx) => trx.deleteFrom('ticket').where('expires_at', '<=', now.toISOString()).execute())
}
