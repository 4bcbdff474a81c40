import type { ServiceMigrations } from '@mreza/db'
import * as inbox from './0001-inbox.ts'

/** What the notifications service owns in the database. Its policies ask `access.subject()`, so identity goes first. */
export const notificationsMigrations: ServiceMigrations = {
  schema: 'notifications',
  roles: ['mreza_notifications', 'mreza_notifications_worker'],
  migrations: { '0001-inbox': inbox },
}
