import { ConferenceRule, Purpose } from '@mreza/contracts-agreements'
import {
  CaseId,
  CivilDate,
  ConferenceId,
  Instant,
  InstitutionId,
  Line,
  mutation,
  needs,
  PersonId,
  Prose,
  query,
  Reason,
  ReferralId,
  Section,
  Sector,
  TaskId,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AccessLogEntry, CaseDetail, CaseSummary } from './case.ts'
import { AgendaItem, Attendance, ConferenceDetail, ConferenceSummary, Task } from './conference.ts'
import { Basis, Participation } from './participation.ts'
import { Identity, ReferralContent, ReferralDetail, ReferralSummary } from './referral.ts'

const ofReferral = z.strictObject({ referralId: ReferralId })
const ofCase = z.strictObject({ caseId: CaseId })
const ofConference = z.strictObject({ conferenceId: ConferenceId })
const look = { purpose: Purpose, reason: Reason }

/** What the conferences service answers. What one may not see is `not-found` everywhere (CF14). */
export const conferenceOperations = {
  /** Sends a referral and starts the priority's clock (CF1, CF2). */
  sendReferral: mutation(
    needs('referral.send'),
    z.strictObject({ receiverId: InstitutionId, content: ReferralContent, identity: Identity }),
    ReferralSummary,
  ),
  /** Referrals of the caller's institution, open ones first, then newest first; at most 200. */
  listReferrals: query(needs('referral.list'), z.strictObject({ box: z.enum(['received', 'sent']) }), z.array(ReferralSummary)),
  readReferral: query(needs('referral.read'), ofReferral, ReferralDetail),
  /** Says that the referral was seen; the clock runs on (CF3). */
  acknowledgeReferral: mutation(needs('referral.answer'), ofReferral, ReferralSummary),
  /** Takes it: a case opens under the agreement in force (CF7). */
  takeReferral: mutation(needs('referral.answer'), ofReferral, z.strictObject({ caseId: CaseId })),
  declineReferral: mutation(needs('referral.answer'), z.strictObject({ referralId: ReferralId, reason: Reason }), ReferralSummary),
  /** Opens the identity in a referral that is not yet a case, for its two institutions, with purpose and reason (CF17). */
  revealReferralIdentity: mutation(needs('referral.read'), z.strictObject({ referralId: ReferralId, ...look }), Identity),

  /** Cases the caller takes part in, the one whose clock falls first at the top; at most 500. */
  listCases: query(needs('case.list'), z.strictObject({}), z.array(CaseSummary)),
  readCase: query(needs('case.read'), ofCase, CaseDetail),
  nameCaseManager: mutation(needs('case.name-manager'), z.strictObject({ caseId: CaseId, personId: PersonId }), CaseDetail),
  completeStep: mutation(
    needs('case.complete-step'),
    z.strictObject({ caseId: CaseId, stepId: z.string().max(120), evidence: Prose }),
    CaseDetail,
  ),
  /** Opens the identity with purpose and reason; audited, told, and shown in the log (CF17). */
  revealIdentity: mutation(needs('case.reveal-identity'), z.strictObject({ caseId: CaseId, ...look }), Identity),
  /** Who looked at or changed what in this case and in its referral, newest first; at most 500. */
  listAccessLog: query(needs('case.read'), ofCase, z.array(AccessLogEntry)),
  /** CF16. `until: null` is without an end. */
  grantParticipation: mutation(
    needs('case.change-participation'),
    z.strictObject({
      caseId: CaseId,
      institutionId: InstitutionId,
      personId: PersonId.nullable(),
      sections: z.array(Section).min(1),
      basis: Basis,
      until: Instant.nullable(),
    }),
    Participation,
  ),
  endParticipation: mutation(
    needs('case.change-participation'),
    z.strictObject({ caseId: CaseId, participationId: z.uuidv7() }),
    Participation,
  ),

  /** What the agreement of the case says about its conference: who must be there and by when (CF18); `null` rule when no agreement covers the case. */
  readConferenceRule: query(
    needs('conference.schedule'),
    ofCase,
    z.strictObject({
      rule: ConferenceRule.nullable(),
      /** For this case: mandatory sectors after `child` is applied. */
      mandatory: z.array(Sector),
      latest: Instant.nullable(),
      /** Institutions bound by the agreement, by sector. */
      parties: z.array(z.strictObject({ institutionId: InstitutionId, sector: Sector })),
    }),
  ),
  scheduleConference: mutation(
    needs('conference.schedule'),
    z.strictObject({
      caseId: CaseId,
      startsAt: Instant,
      duration: z.int().min(10).max(480),
      place: Line,
      institutionIds: z.array(InstitutionId).min(1).max(40),
      agenda: z.array(AgendaItem).max(30),
      /** Asked for when a mandatory sector is not invited (CF18). */
      missingSectorsReason: Reason.nullable(),
    }),
    ConferenceDetail,
  ),
  cancelConference: mutation(
    needs('conference.schedule'),
    z.strictObject({ conferenceId: ConferenceId, reason: Reason }),
    ConferenceDetail,
  ),
  /** Conferences the caller's institution is invited to or whose case they take part in, next first. */
  listConferences: query(
    needs('case.list'),
    z.strictObject({ states: z.array(z.enum(['scheduled', 'under-way', 'closed', 'cancelled'])).optional(), caseId: CaseId.optional() }),
    z.array(ConferenceSummary),
  ),
  readConference: query(needs('case.read'), ofConference, ConferenceDetail),
  /** The neutral face of an invitation, for who is invited and does not take part yet (CF19). */
  readInvitation: query(needs('invitation.answer'), ofConference, ConferenceSummary),
  /** CF19, CF20. `attendeeId` defaults to the caller. */
  acceptInvitation: mutation(
    needs('invitation.answer'),
    z.strictObject({ conferenceId: ConferenceId, attendeeId: PersonId.optional() }),
    ConferenceSummary,
  ),
  declineInvitation: mutation(
    needs('invitation.answer'),
    z.strictObject({ conferenceId: ConferenceId, reason: Reason }),
    ConferenceSummary,
  ),
  openConference: mutation(needs('conference.lead'), ofConference, ConferenceDetail),
  recordAttendance: mutation(
    needs('conference.lead'),
    z.strictObject({ conferenceId: ConferenceId, institutionId: InstitutionId, attendance: Attendance }),
    ConferenceDetail,
  ),
  recordDecision: mutation(needs('conference.lead'), z.strictObject({ conferenceId: ConferenceId, text: Prose }), ConferenceDetail),
  /** Turns a decision into a task of an institution (CF23). */
  makeTask: mutation(
    needs('conference.lead'),
    z.strictObject({
      conferenceId: ConferenceId,
      decisionNumber: z.int().min(1),
      institutionId: InstitutionId,
      personId: PersonId.nullable(),
      what: Prose,
      dueOn: CivilDate,
    }),
    ConferenceDetail,
  ),
  closeConference: mutation(needs('conference.lead'), ofConference, ConferenceDetail),

  /** Open tasks of the caller's institution, the first due at the top. */
  listMyTasks: query(needs('task.read'), z.strictObject({}), z.array(Task)),
  completeTask: mutation(needs('task.complete'), z.strictObject({ taskId: TaskId, result: Prose }), Task),

  /** What is the caller's to do now, the first to fall due at the top of each list. */
  readToday: query(
    needs('case.list'),
    z.strictObject({}),
    z.strictObject({
      referrals: z.array(ReferralSummary),
      cases: z.array(CaseSummary),
      /** Conferences to come, including those to answer. */
      conferences: z.array(ConferenceSummary),
      tasks: z.array(Task),
    }),
  ),
}
