import { asSubject, type Db } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import { unreadIn } from '../store/own-inbox.ts'
import type { Tables } from '../store/tables.ts'

/** How much of the caller's inbox is unread (NO4). */
export const countUnread =
  (db: Db<Tables>) =>
  ({ subject, databaseKey }: CallContext) =>
    asSubject(db, databaseKey, async (trx) => ({ unread: await unreadIn(trx, subject.personId) }))
