import type { ServiceMigrations } from '@mreza/db'
import * as tracker from './0001-tracker.ts'

/** What the monitoring service owns in the database. Its policies ask `access.subject()`, so identity goes first. */
export const monitoringMigrations: ServiceMigrations = {
  schema: 'monitoring',
  roles: ['mreza_monitoring', 'mreza_monitoring_worker'],
  migrations: { '0001-tracker': tracker },
}
