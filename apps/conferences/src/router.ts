import type { conferenceOperations } from '@mreza/contracts-conferences'
import type { Implementations } from '@mreza/rpc'
import { acceptInvitation } from './operations/accept-invitation.ts'
import { acknowledgeReferral } from './operations/acknowledge-referral.ts'
import { cancelConference } from './operations/cancel-conference.ts'
import { closeConference } from './operations/close-conference.ts'
import { completeStep } from './operations/complete-step.ts'
import { completeTask } from './operations/complete-task.ts'
import { declineInvitation } from './operations/decline-invitation.ts'
import { declineReferral } from './operations/decline-referral.ts'
import { endParticipation } from './operations/end-participation.ts'
import { grantParticipation } from './operations/grant-participation.ts'
import { listAccessLog } from './operations/list-access-log.ts'
import { listCases } from './operations/list-cases.ts'
import { listConferences } from './operations/list-conferences.ts'
import { listMyTasks } from './operations/list-my-tasks.ts'
import { listReferrals } from './operations/list-referrals.ts'
import { makeTask } from './operations/make-task.ts'
import { nameCaseManager } from './operations/name-case-manager.ts'
import { openConference } from './operations/open-conference.ts'
import type { Parts } from './operations/parts.ts'
import { readCase } from './operations/read-case.ts'
import { readConference } from './operations/read-conference.ts'
import { readConferenceRule } from './operations/read-conference-rule.ts'
import { readInvitation } from './operations/read-invitation.ts'
import { readReferral } from './operations/read-referral.ts'
import { readToday } from './operations/read-today.ts'
import { recordAttendance } from './operations/record-attendance.ts'
import { recordDecision } from './operations/record-decision.ts'
import { revealIdentity } from './operations/reveal-identity.ts'
import { revealReferralIdentity } from './operations/reveal-referral-identity.ts'
import { scheduleConference } from './operations/schedule-conference.ts'
import { sendReferral } from './operations/send-referral.ts'
import { takeReferral } from './operations/take-referral.ts'

/** The table of contents: what referrals, cases and conferences answer. */
export const conferencesRouter = (parts: Parts): Implementations<typeof conferenceOperations> => ({
  sendReferral: sendReferral(parts),
  listReferrals: listReferrals(parts),
  readReferral: readReferral(parts),
  acknowledgeReferral: acknowledgeReferral(parts),
  takeReferral: takeReferral(parts),
  declineReferral: declineReferral(parts),
  revealReferralIdentity: revealReferralIdentity(parts),
  listCases: listCases(parts),
  readCase: readCase(parts),
  nameCaseManager: nameCaseManager(parts),
  completeStep: completeStep(parts),
  revealIdentity: revealIdentity(parts),
  listAccessLog: listAccessLog(parts),
  grantParticipation: grantParticipation(parts),
  endParticipation: endParticipation(parts),
  readConferenceRule: readConferenceRule(parts),
  scheduleConference: scheduleConference(parts),
  cancelConference: cancelConference(parts),
  listConferences: listConferences(parts),
  readConference: readConference(parts),
  readInvitation: readInvitation(parts),
  acceptInvitation: acceptInvitation(parts),
  declineInvitation: declineInvitation(parts),
  openConference: openConference(parts),
  recordAttendance: recordAttendance(parts),
  recordDecision: recordDecision(parts),
  makeTask: makeTask(parts),
  closeConference: closeConference(parts),
  listMyTasks: listMyTasks(parts),
  completeTask: completeTask(parts),
  readToday: readToday(parts),
})
