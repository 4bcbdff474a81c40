import {
  conferenceCancelled,
  conferenceClosed,
  conferenceScheduled,
  decisionRecorded,
  invitationAnswered,
  taskAssigned,
  taskDone,
} from '@mreza/contracts-conferences'
import type { CaseId, ConferenceId } from '@mreza/contracts-kernel'
import { telling } from './telling.ts'

const ofConference = ({ caseId, caseCode, conferenceId }: { caseId: CaseId; caseCode: string; conferenceId: ConferenceId }) => ({
  caseId,
  caseCode,
  conferenceId,
})

/** What is told of conferences, their decisions and the tasks that follow. */
export const toldOfConferences = [
  telling(conferenceScheduled, 'conference-scheduled', ofConference),
  telling(conferenceCancelled, 'conference-cancelled', ofConference),
  telling(invitationAnswered, 'invitation-answered', (answered) => ({
    ...ofConference(answered),
    institutionId: answered.institutionId,
  })),
  telling(conferenceClosed, 'conference-closed', ofConference),
  telling(decisionRecorded, 'decision-recorded', ofConference),
  telling(taskAssigned, 'task-assigned', (assigned) => ({
    ...ofConference(assigned),
    taskId: assigned.taskId,
    institutionId: assigned.institutionId,
  })),
  telling(taskDone, 'task-done', ({ caseId, caseCode, taskId, institutionId }) => ({ caseId, caseCode, taskId, institutionId })),
]
