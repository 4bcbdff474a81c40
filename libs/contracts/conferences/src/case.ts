import { Priority, StepActor } from '@mreza/contracts-agreements'
import {
  AgreementId,
  CaseId,
  ConferenceId,
  Instant,
  InstitutionId,
  LocalizedText,
  NetworkId,
  PersonId,
  ReferralId,
  Section,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Clock } from './clock.ts'
import { Participation } from './participation.ts'
import { AgeGroup } from './referral.ts'

/** What is known of the person's status as a victim of trafficking; who may change it is for the case's rules. */
export const VictimStatus = z.enum(['potential', 'presumed', 'identified', 'not-confirmed'])
export type VictimStatus = z.infer<typeof VictimStatus>

/** `NI-26-4821` (CF9). */
export const CaseCode = z.string().regex(/^[A-Z]{2}-\d{2}-\d{4}$/)
export type CaseCode = z.infer<typeof CaseCode>

/** A duty of the procedure in this case (CF10). */
export const CaseStep = z.strictObject({
  id: z.string(),
  stageTitle: LocalizedText,
  title: LocalizedText,
  duty: LocalizedText,
  actor: StepActor,
  state: z.enum(['later', 'now', 'done']),
  articleNumber: z.int(),
  /** `null`: no deadline is prescribed, or its trigger has not happened. `deadlinePrescribed` tells them apart. */
  clock: Clock.nullable(),
  deadlinePrescribed: z.boolean(),
  doneAt: Instant.nullable(),
  doneBy: PersonId.nullable(),
  evidence: z.string().nullable(),
  expectedEvidence: LocalizedText,
})
export type CaseStep = z.infer<typeof CaseStep>

/** A case in a list: no word about the person. */
export const CaseSummary = z.strictObject({
  id: CaseId,
  code: CaseCode,
  networkId: NetworkId,
  priority: Priority,
  ageGroup: AgeGroup,
  victimStatus: VictimStatus,
  openedAt: Instant,
  leadInstitutionId: InstitutionId,
  caseManagerId: PersonId.nullable(),
  /** The clock that falls first among those that run. */
  firstClock: Clock.nullable(),
  /** The sections open to the caller. */
  mySections: z.array(Section),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** A case as who takes part reads it. */
export const CaseDetail = z.strictObject({
  ...CaseSummary.shape,
  referralId: ReferralId,
  /** The institution whose referral opened the case. */
  referredBy: InstitutionId,
  agreement: z.strictObject({ id: AgreementId, title: LocalizedText, inForceAt: Instant }).nullable(),
  /** What the referral said; identity only by revealing. */
  whatHappened: z.string(),
  indicators: z.array(z.string()),
  wishes: z.string().nullable(),
  priorityReason: z.string(),
  immediateSafety: z.string().nullable(),
  steps: z.array(CaseStep),
  clocks: z.array(Clock),
  participations: z.array(Participation),
  nextConference: z.strictObject({ id: ConferenceId, startsAt: Instant, place: z.string() }).nullable(),
})
export type CaseDetail = z.infer<typeof CaseDetail>

/** One line of the case's access log: who looked at what, when, why (rule D9). */
export const AccessLogEntry = z.strictObject({
  at: Instant,
  action: z.string(),
  personId: PersonId.nullable(),
  institutionId: InstitutionId.nullable(),
  purpose: z.string().nullable(),
  reason: z.string().nullable(),
})
export type AccessLogEntry = z.infer<typeof AccessLogEntry>
