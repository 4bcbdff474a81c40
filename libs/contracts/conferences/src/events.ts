import { ObservedDuty, Priority } from '@mreza/contracts-agreements'
import {
  Audience,
  CaseId,
  ConferenceId,
  event,
  Instant,
  InstitutionId,
  NetworkId,
  PersonId,
  ReferralId,
  Section,
  TaskId,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { CaseCode } from './case.ts'

// `actorId` is the professional who acted (`null`: the system), so that nobody is told of their own act; `audience` is whom it concerns.
const base = { at: Instant, networkId: NetworkId, actorId: PersonId.nullable(), audience: Audience }
const ofReferral = { ...base, referralId: ReferralId, senderId: InstitutionId, receiverId: InstitutionId }
const ofCase = { ...base, caseId: CaseId, caseCode: CaseCode }
const ofConference = { ...ofCase, conferenceId: ConferenceId }

export const referralSent = event('mreza.conferences.referral.sent.v1', z.strictObject({ ...ofReferral, priority: Priority }))
export const referralAcknowledged = event('mreza.conferences.referral.acknowledged.v1', z.strictObject(ofReferral))
export const referralTaken = event(
  'mreza.conferences.referral.taken.v1',
  z.strictObject({ ...ofReferral, caseId: CaseId, caseCode: CaseCode }),
)
export const referralDeclined = event('mreza.conferences.referral.declined.v1', z.strictObject(ofReferral))

export const caseOpened = event('mreza.conferences.case.opened.v1', z.strictObject({ ...ofCase, leadInstitutionId: InstitutionId }))
export const caseManagerNamed = event('mreza.conferences.case.manager-named.v1', z.strictObject({ ...ofCase, personId: PersonId }))
export const stepCompleted = event('mreza.conferences.case.step-completed.v1', z.strictObject({ ...ofCase, stepId: z.string() }))
/** Somebody opened the person's identity; the audience is the institution that leads the case (rule D9). */
export const identityRevealed = event(
  'mreza.conferences.case.identity-revealed.v1',
  z.strictObject({ ...ofCase, institutionId: InstitutionId }),
)

const ofParticipation = {
  ...ofCase,
  participationId: z.uuidv7(),
  institutionId: InstitutionId,
  personId: PersonId.nullable(),
  sections: z.array(Section),
}
export const participationGranted = event('mreza.conferences.participation.granted.v1', z.strictObject(ofParticipation))
/** Access under it is over now; whatever is open under it closes within a second (rule D11). */
export const participationEnded = event('mreza.conferences.participation.ended.v1', z.strictObject(ofParticipation))

export const conferenceScheduled = event(
  'mreza.conferences.conference.scheduled.v1',
  z.strictObject({ ...ofConference, startsAt: Instant }),
)
export const conferenceCancelled = event('mreza.conferences.conference.cancelled.v1', z.strictObject(ofConference))
export const invitationAnswered = event(
  'mreza.conferences.conference.invitation-answered.v1',
  z.strictObject({ ...ofConference, institutionId: InstitutionId, accepted: z.boolean() }),
)
export const conferenceOpened = event('mreza.conferences.conference.opened.v1', z.strictObject(ofConference))
export const conferenceClosed = event('mreza.conferences.conference.closed.v1', z.strictObject(ofConference))
export const decisionRecorded = event(
  'mreza.conferences.conference.decision-recorded.v1',
  z.strictObject({ ...ofConference, number: z.int() }),
)

export const taskAssigned = event(
  'mreza.conferences.task.assigned.v1',
  z.strictObject({ ...ofConference, taskId: TaskId, institutionId: InstitutionId, dueOn: z.iso.date() }),
)
export const taskDone = event('mreza.conferences.task.done.v1', z.strictObject({ ...ofCase, taskId: TaskId, institutionId: InstitutionId }))

const ofClock = {
  ...base,
  clockId: z.uuidv7(),
  referralId: ReferralId.nullable(),
  caseId: CaseId.nullable(),
  caseCode: CaseCode.nullable(),
}
export const clockDueSoon = event('mreza.conferences.clock.due-soon.v1', z.strictObject(ofClock))
export const clockBroken = event('mreza.conferences.clock.broken.v1', z.strictObject(ofClock))
/** A clock ended in time (`met`) or after it was broken. */
export const clockEnded = event('mreza.conferences.clock.ended.v1', z.strictObject({ ...ofClock, met: z.boolean() }))

/** A duty was kept in time or not, once for each time that it was owed. Says of which institution, and of no case; concerns nobody by itself. */
export const dutyMeasured = event(
  'mreza.conferences.duty.measured.v1',
  z.strictObject({ ...base, institutionId: InstitutionId, duty: ObservedDuty, met: z.boolean() }),
)
