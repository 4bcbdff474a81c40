import * as z from 'zod'
import { InstitutionId, NetworkId, PersonId } from './ids.ts'
import { Sector } from './sector.ts'

/**
 * What a person is in the network, beside their profession. Never compare these names outside a context's
 * `capabilities.ts`: ask `can(subject, capability, resource)`.
 */
export const Role = z.enum(['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'])
export type Role = z.infer<typeof Role>

/** Who asks: a person acting for one institution in one network. */
export const Subject = z.strictObject({
  personId: PersonId,
  institutionId: InstitutionId,
  sector: Sector,
  /** `null` only for the administrator and national bodies, who belong to no network. */
  networkId: NetworkId.nullable(),
  roles: z.array(Role),
  assurance: z.enum(['password', 'two-factor', 'demo']),
})
export type Subject = z.infer<typeof Subject>
