import type { ServiceMigrations } from '@mreza/db'
import { identityMigrations } from '@mreza/gateway'
import { services } from '@mreza/standalone'

/** What all services own in the database, in the order in which an installation migrates. */
export const everyMigration: readonly ServiceMigrations[] = [identityMigrations, ...services.map((service) => service.migrations)]

/** Every schema of ours. */
export const everySchema: readonly string[] = everyMigration.flatMap(({ schema, also = [] }) => [
  schema,
  ...also.map((further) => further.schema),
])

/** The schemas that keep a trail of their own. */
const trails = ['identity', 'directory', 'agreements', 'conferences', 'plans']

/**
 * The SECURITY DEFINER functions that were reviewed (rule D12): who asks, what is open to them, and the one way into each
 * audit trail. Whoever adds one has it read by another person first.
 */
export const reviewedDefiners: readonly string[] = [
  'access.subject',
  'access.subjects',
  'access.case_worker',
  'access.open_participation',
  'access.case_sections',
  'access.open_cases',
  'access.opens_to',
  'access.standings',
  'access.end_attendance',
  ...trails.map((schema) => `${schema}.audit_append`),
]
