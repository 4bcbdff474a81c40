import type { ServiceMigrations } from '@mreza/db'
import * as readModels from './0001-read-models.ts'
import * as cases from './0002-cases.ts'
import * as rights from './0003-rights.ts'
import * as vault from './0004-vault.ts'
import * as planApproved from './0005-plan-approved.ts'
import * as standings from './0006-standings.ts'
import * as participationOfCase from './0007-participation-of-case.ts'
import * as suspensions from './0008-suspensions.ts'

/** The schemas `conferences` and `vault`. Needs the schema `access` with `access.subject()`, which the gateway's migrations make. */
export const conferencesMigrations: ServiceMigrations = {
  schema: 'conferences',
  roles: ['mreza_conferences', 'mreza_conferences_worker', 'mreza_vault'],
  also: [{ schema: 'vault', roles: ['mreza_vault'] }],
  migrations: {
    '0001-read-models': readModels,
    '0002-cases': cases,
    '0003-rights': rights,
    '0004-vault': vault,
    '0005-plan-approved': planApproved,
    '0006-standings': standings,
    '0007-participation-of-case': participationOfCase,
    '0008-suspensions': suspensions,
  },
}
