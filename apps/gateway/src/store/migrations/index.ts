import type { ServiceMigrations } from '@mreza/db'
import { identity0001 } from './0001-identity.ts'
import { identity0002 } from './0002-job-titles.ts'
import { identity0003 } from './0003-many-subjects.ts'

/** What the gateway owns in the database: the schema `identity`, and `access`, into which other services put functions too. */
export const identityMigrations: ServiceMigrations = {
  schema: 'identity',
  roles: ['mreza_identity', 'mreza_identity_worker'],
  also: [{ schema: 'access', roles: [], open: true }],
  migrations: { '0001-identity': identity0001, '0002-job-titles': identity0002, '0003-many-subjects': identity0003 },
}
