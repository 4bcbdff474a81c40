import type { ServiceMigrations } from '@mreza/db'
import * as plans from './0001-plans.ts'
import * as liveFunctions from './0002-live-functions.ts'
import * as planFields from './0004-plan-fields.ts'
import * as besideTheText from './0005-beside-the-text.ts'
import * as versions from './0006-versions.ts'
import * as logBatches from './0007-log-batches.ts'
import * as roomSalt from './0008-room-salt.ts'
import * as forgetQuotes from './0009-forget-quotes.ts'
import * as cheapWalls from './0010-cheap-walls.ts'
import * as withdrawnRequests from './0011-withdrawn-requests.ts'

/** The schema `plans`. Its policies ask the functions of `access` that identity and conferences make, so both go first. */
export const plansMigrations: ServiceMigrations = {
  schema: 'plans',
  roles: ['mreza_plans', 'mreza_plans_worker'],
  migrations: {
    '0001-plans': plans,
    '0002-live-functions': liveFunctions,
    '0004-plan-fields': planFields,
    '0005-beside-the-text': besideTheText,
    '0006-versions': versions,
    '0007-log-batches': logBatches,
    '0008-room-salt': roomSalt,
    '0009-forget-quotes': forgetQuotes,
    '0010-cheap-walls': cheapWalls,
    '0011-withdrawn-requests': withdrawnRequests,
  },
}
