import type { notificationOperations } from '@mreza/contracts-notifications'
import type { Db } from '@mreza/db'
import type { Implementations } from '@mreza/rpc'
import type { InboxBells } from './live/inbox-bells.ts'
import { countUnread } from './operations/count-unread.ts'
import { listInbox } from './operations/list-inbox.ts'
import { markAllRead } from './operations/mark-all-read.ts'
import { markRead } from './operations/mark-read.ts'
import { watchInbox } from './operations/watch-inbox.ts'
import type { Tables } from './store/tables.ts'

/** The table of contents: what notifications answer, always about the caller's own inbox (NO4). */
export const notificationsRouter = (db: Db<Tables>, bells: InboxBells): Implementations<typeof notificationOperations> => ({
  listInbox: listInbox(db),
  countUnread: countUnread(db),
  markRead: markRead(db),
  markAllRead: markAllRead(db),
  watchInbox: watchInbox(db, bells),
})
