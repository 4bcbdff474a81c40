import { allow } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const worker = 'mreza_plans_worker'

/** Lets the worker take the quoted passage out of the anchor of a conversation, and nothing else (PL12). */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await allow(db, 'thread', [{ to: worker, can: ['select', 'update'] }])
  await sql`revoke update on thread from ${sql.id(worker)}`.execute(db)
  await sql`grant update (anchor) on thread to ${sql.id(worker)}`.execute(db)
}
