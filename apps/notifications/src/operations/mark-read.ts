import type { notificationOperations } from '@mreza/contracts-notifications'
import { asSubject, type Db } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import type * as z from 'zod'
import { markAsRead, unreadIn } from '../store/own-inbox.ts'
import type { Tables } from '../store/tables.ts'

type Input = z.output<typeof notificationOperations.markRead.input>

/** Marks lines of the caller's inbox as read (NO8); ids of somebody else's are as good as unknown (NO4). */
export const markRead =
  (db: Db<Tables>) =>
  ({ subject, databaseKey, now }: CallContext, { ids }: Input) =>
    asSubject(db, databaseKey, async (trx) => {
      await markAsRead(trx, subject.personId, now, ids)
      return { unread: await unreadIn(trx, subject.personId) }
    })
