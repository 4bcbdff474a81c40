import { Priority } from '@mreza/contracts-agreements'
import {
  CaseId,
  CivilDate,
  Instant,
  InstitutionId,
  Line,
  NetworkId,
  PersonId,
  Prose,
  Reason,
  ReferralId,
  Slug,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Clock } from './clock.ts'

/** Who the beneficiary is; sealed per person, never listed (CF17). */
export const Identity = z.strictObject({
  givenName: Line,
  familyName: Line,
  /** The full date where it is known, else `null`; the year alone stands in the referral's age group. */
  birthDate: CivilDate.nullable(),
  address: Line.nullable(),
  /** How to reach the person or the guardian safely. */
  safeContact: Line.nullable(),
})
export type Identity = z.infer<typeof Identity>

export const AgeGroup = z.enum(['child-under-14', 'child-14-17', 'adult', 'not-known'])
export type AgeGroup = z.infer<typeof AgeGroup>

/** Where a referral stands (CF3). */
export const ReferralState = z.enum(['sent', 'acknowledged', 'taken', 'declined'])
export type ReferralState = z.infer<typeof ReferralState>

/** What one institution tells another about a person whom it suspects to be in danger. */
export const ReferralContent = z.strictObject({
  priority: Priority,
  /** Why this priority. */
  priorityReason: Reason,
  ageGroup: AgeGroup,
  /** Ids of the taxonomy `indicators-mentioned`. */
  indicators: z.array(Slug).max(30),
  whatHappened: Prose,
  /** What is known about danger right now. */
  immediateSafety: Prose.nullable(),
  /** In the person's own words where possible. */
  wishes: Prose.nullable(),
})
export type ReferralContent = z.infer<typeof ReferralContent>

/** A referral in a list: nothing about the person but the age group. */
export const ReferralSummary = z.strictObject({
  id: ReferralId,
  networkId: NetworkId,
  senderId: InstitutionId,
  sentBy: PersonId,
  receiverId: InstitutionId,
  state: ReferralState,
  priority: Priority,
  ageGroup: AgeGroup,
  sentAt: Instant,
  clock: Clock,
  /** Set once taken, for who takes part in the case. */
  caseId: CaseId.nullable(),
})
export type ReferralSummary = z.infer<typeof ReferralSummary>

/** A referral as its two institutions read it; identity only by revealing (CF17). */
export const ReferralDetail = z.strictObject({
  ...ReferralSummary.shape,
  content: ReferralContent,
  acknowledgedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  declineReason: z.string().nullable(),
})
export type ReferralDetail = z.infer<typeof ReferralDetail>
