import { asSubject, type Db } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import { markAsRead, unreadIn } from '../store/own-inbox.ts'
import type { Tables } from '../store/tables.ts'

/** Marks the caller's whole inbox as read (NO8). */
export const markAllRead =
  (db: Db<Tables>) =>
  ({ subject, databaseKey, now }: CallContext) =>
    asSubject(db, databaseKey, async (trx) => {
      await markAsRead(trx, subject.personId, now)
      return { unread: await unreadIn(trx, subject.personId) }
    })
