import { mutation, needs, query, subscription } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Notification } from './notification.ts'

const own = needs('inbox.read')

/** What the notifications service answers; always about the caller's own inbox. */
export const notificationOperations = {
  /** Newest first; `cursor` is the id of the last one seen. At most 100. */
  listInbox: query(
    own,
    z.strictObject({
      cursor: z.uuidv7().optional(),
      /** tRPC's client says it with every page; older ones are the only direction there is. */
      direction: z.literal('forward').optional(),
      unreadOnly: z.boolean().default(false),
      limit: z.int().min(1).max(100).default(50),
    }),
    z.strictObject({ notifications: z.array(Notification), unread: z.int() }),
  ),
  /** How many are unread. */
  countUnread: query(own, z.strictObject({}), z.strictObject({ unread: z.int() })),
  /** Marks the given ones as read (NO8). */
  markRead: mutation(own, z.strictObject({ ids: z.array(z.uuidv7()).min(1).max(500) }), z.strictObject({ unread: z.int() })),
  /** Marks all as read (NO8). */
  markAllRead: mutation(own, z.strictObject({}), z.strictObject({ unread: z.int() })),
  /** Says the state at once, then each time something arrives or is read (NO7). */
  watchInbox: subscription(own, z.strictObject({}), z.strictObject({ unread: z.int(), newest: Notification.nullable() })),
}
