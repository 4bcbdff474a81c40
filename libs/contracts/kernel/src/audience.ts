import * as z from 'zod'
import { InstitutionId, PersonId } from './ids.ts'
import { Role } from './subject.ts'

/**
 * Whom an event concerns: the named persons, and in the named institutions those who hold one of the roles
 * (any who work on cases, where `roles` is empty). The notifications service finds the people; the event names nobody else.
 */
export const Audience = z.strictObject({
  personIds: z.array(PersonId).max(500).default([]),
  institutionIds: z.array(InstitutionId).max(500).default([]),
  roles: z.array(Role).default([]),
})
export type Audience = z.infer<typeof Audience>
