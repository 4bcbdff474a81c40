import type { PersonId } from '@mreza/contracts-kernel'
import type { Notification } from '@mreza/contracts-notifications'
import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import { sayInboxChanged } from './inbox-changed.ts'
import type { Tables } from './tables.ts'

/** Which lines to read; `cursor` is the id of the last one seen. */
export interface Page {
  readonly cursor?: string | undefined
  readonly unreadOnly: boolean
  readonly limit: number
}

/** Lines of one inbox, newest first. */
export const readPage = (trx: Trx<Tables>, personId: PersonId, page: Page): Promise<Notification[]> => {
  let lines = trx.selectFrom('notification').select(['id', 'kind', 'at', 'read_at as readAt', 'refs']).where('person_id', '=', personId)
  if (page.cursor !== undefined) lines = lines.where('id', '<', page.cursor)
  if (page.unreadOnly) lines = lines.where('read_at', 'is', null)
  return lines.orderBy('id', 'desc').limit(page.limit).execute()
}

/** How many lines of one inbox are unread. */
export const unreadIn = async (trx: Trx<Tables>, personId: PersonId): Promise<number> => {
  const { count } = await trx
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Marks lines of one inbox as read, all of them when no ids are given; what was read keeps its time (NO8). Other windows of the same person hear of it. */
export const markAsRead = async (trx: Trx<Tables>, personId: PersonId, at: Date, ids?: readonly string[]): Promise<void> => {
  let lines = trx
    .updateTable('notification')
    .set({ read_at: at.toISOString() })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
  if (ids !== undefined) lines = lines.where('id', 'in', [...ids])
  const [changed] = await lines.execute()
  if (changed !== undefined && changed.numUpdatedRows > 0n) await sayInboxChanged(trx, [personId])
}

/** Whether the session behind this transaction still stands; it decides when a live stream ends. */
export const sessionStands = async (trx: Trx<Tables>, personId: PersonId): Promise<boolean> => {
  const { rows } = await sql`select 1 from access.subject() where person_id = ${personId}`.execute(trx)
  return rows.length > 0
}
