import type { notificationOperations } from '@mreza/contracts-notifications'
import { asSubject, type Db } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import type * as z from 'zod'
import { readPage, unreadIn } from '../store/own-inbox.ts'
import type { Tables } from '../store/tables.ts'

type Input = z.output<typeof notificationOperations.listInbox.input>

/** One page of the caller's inbox and how much of all of it is unread (NO4). */
export const listInbox =
  (db: Db<Tables>) =>
  ({ subject, databaseKey }: CallContext, input: Input) =>
    asSubject(db, databaseKey, async (trx) => ({
      notifications: await readPage(trx, subject.personId, input),
      unread: await unreadIn(trx, subject.personId),
    }))
