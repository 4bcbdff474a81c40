import { CaseId, CivilDate, ConferenceId, Instant, InstitutionId, Line, PersonId, Sector, TaskId } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { CaseCode } from './case.ts'

/** CF24. */
export const ConferenceState = z.enum(['scheduled', 'under-way', 'closed', 'cancelled'])
export type ConferenceState = z.infer<typeof ConferenceState>

/** What an invited institution answered, and who comes (CF19). */
export const InvitationAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('waiting') }),
  z.strictObject({ answer: z.literal('accepted'), attendeeId: PersonId, at: Instant }),
  z.strictObject({ answer: z.literal('declined'), reason: z.string(), at: Instant }),
])
export type InvitationAnswer = z.infer<typeof InvitationAnswer>

/** CF21. `by-telephone` counts as present. */
export const Attendance = z.enum(['not-recorded', 'present', 'by-telephone', 'absent'])
export type Attendance = z.infer<typeof Attendance>

/** An institution asked to a conference. */
export const Invitation = z.strictObject({
  institutionId: InstitutionId,
  sector: Sector,
  mandatory: z.boolean(),
  answer: InvitationAnswer,
  attendance: Attendance,
})
export type Invitation = z.infer<typeof Invitation>

/** A conference as an invitation shows it: when and where, and the code; nothing about the person (CF19). */
export const ConferenceSummary = z.strictObject({
  id: ConferenceId,
  caseId: CaseId,
  caseCode: CaseCode,
  state: ConferenceState,
  startsAt: Instant,
  /** Minutes. */
  duration: z.int(),
  place: z.string(),
  /** The professional who invites. */
  scheduledBy: PersonId,
  myInvitation: Invitation.nullable(),
})
export type ConferenceSummary = z.infer<typeof ConferenceSummary>

/** How many of the mandatory sectors are there and how many the rule needs (CF21). */
export const Quorum = z.strictObject({ needed: z.int(), mandatory: z.array(Sector), present: z.array(Sector), reached: z.boolean() })
export type Quorum = z.infer<typeof Quorum>

/** A duty that a conference gave to an institution (CF23). */
export const Task = z.strictObject({
  id: TaskId,
  caseId: CaseId,
  caseCode: CaseCode,
  decisionNumber: z.int(),
  institutionId: InstitutionId,
  personId: PersonId.nullable(),
  what: z.string(),
  dueOn: CivilDate,
  doneAt: Instant.nullable(),
  doneBy: PersonId.nullable(),
  result: z.string().nullable(),
})
export type Task = z.infer<typeof Task>

/** What a conference decided, in order (CF22). */
export const Decision = z.strictObject({
  number: z.int(),
  text: z.string(),
  recordedAt: Instant,
  recordedBy: PersonId,
  withQuorum: z.boolean(),
  tasks: z.array(Task),
})
export type Decision = z.infer<typeof Decision>

/** A point of the agenda with its time in minutes. */
export const AgendaItem = z.strictObject({ title: Line, minutes: z.int().min(1).max(240) })
export type AgendaItem = z.infer<typeof AgendaItem>

/** A conference as who takes part in the case sees it. */
export const ConferenceDetail = z.strictObject({
  ...ConferenceSummary.shape,
  agenda: z.array(AgendaItem),
  missingSectorsReason: z.string().nullable(),
  /** Why it was cancelled; `null` unless it was. */
  cancelReason: z.string().nullable(),
  invitations: z.array(Invitation),
  quorum: Quorum,
  decisions: z.array(Decision),
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
})
export type ConferenceDetail = z.infer<typeof ConferenceDetail>
