import * as z from 'zod'

/**
 * Ids are UUIDv7 and branded by what they name, so that a case's id is never taken for an institution's.
 * They order by time of making and say nothing else. Institutions, networks and templates that come from
 * the starting data carry a {@link Slug} as well, which is how files refer to them.
 */
export const idOf = <Name extends string>(_name: Name) => z.uuidv7().brand<Name>()

export const PersonId = idOf('PersonId')
export type PersonId = z.infer<typeof PersonId>
export const InstitutionId = idOf('InstitutionId')
export type InstitutionId = z.infer<typeof InstitutionId>
export const NetworkId = idOf('NetworkId')
export type NetworkId = z.infer<typeof NetworkId>
export const AgreementId = idOf('AgreementId')
export type AgreementId = z.infer<typeof AgreementId>
export const ReferralId = idOf('ReferralId')
export type ReferralId = z.infer<typeof ReferralId>
export const CaseId = idOf('CaseId')
export type CaseId = z.infer<typeof CaseId>
export const ConferenceId = idOf('ConferenceId')
export type ConferenceId = z.infer<typeof ConferenceId>
export const TaskId = idOf('TaskId')
export type TaskId = z.infer<typeof TaskId>
export const PlanId = idOf('PlanId')
export type PlanId = z.infer<typeof PlanId>
export const EventId = idOf('EventId')
export type EventId = z.infer<typeof EventId>

/** A stable name used in data files, such as `nis-swc`: lower case letters, digits and single hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-+[a-z0-9]+)*$/)
  .max(120)
export type Slug = z.infer<typeof Slug>
