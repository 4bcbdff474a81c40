import type {
  CaseDetail,
  ConferenceDetail,
  ConferenceSummary,
  Decision,
  Invitation,
  InvitationAnswer,
  Task,
} from '@mreza/contracts-conferences'
import type { CaseId, ConferenceId, InstitutionId } from '@mreza/contracts-kernel'
import type { Selectable } from 'kysely'
import { quorumOf } from '../domain/conference.ts'
import type { ConferencesTrx } from './executors.ts'
import type { ConferencesTables } from './tables.ts'

export type ConferenceRow = Selectable<ConferencesTables['conference']>
export type InvitationRow = Selectable<ConferencesTables['invitation']>
export type TaskRow = Selectable<ConferencesTables['task']>

const answerFrom = (row: InvitationRow): InvitationAnswer => {
  if (row.answer === 'accepted' && row.attendee_id !== null && row.answered_at !== null)
    return { answer: 'accepted', attendeeId: row.attendee_id, at: row.answered_at }
  if (row.answer === 'declined' && row.answered_at !== null) return { answer: 'declined', reason: row.reason ?? '', at: row.answered_at }
  return { answer: 'waiting' }
}

export const invitationFrom = (row: InvitationRow): Invitation => ({
  institutionId: row.institution_id,
  sector: row.sector,
  mandatory: row.mandatory,
  answer: answerFrom(row),
  attendance: row.attendance,
})

export const conferenceSummaryFrom = (row: ConferenceRow, mine: InvitationRow | undefined): ConferenceSummary => ({
  id: row.id,
  caseId: row.case_id,
  caseCode: row.case_code,
  state: row.state,
  startsAt: row.starts_at,
  duration: row.duration,
  place: row.place,
  scheduledBy: row.scheduled_by,
  myInvitation: mine === undefined ? null : invitationFrom(mine),
})

export const taskFrom = (row: TaskRow): Task => ({
  id: row.id,
  caseId: row.case_id,
  caseCode: row.case_code,
  decisionNumber: row.decision_number,
  institutionId: row.institution_id,
  personId: row.person_id,
  what: row.what,
  dueOn: row.due_on,
  doneAt: row.done_at,
  doneBy: row.done_by,
  result: row.result,
})

/** A conference that the subject may see, by an invitation or by taking part. `hold` locks it. */
export const loadConference = async (trx: ConferencesTrx, id: ConferenceId, hold = false): Promise<ConferenceRow | undefined> => {
  const asked = trx.selectFrom('conference').selectAll().where('id', '=', id)
  return (hold ? asked.forUpdate() : asked).executeTakeFirst()
}

export const invitationsOf = (trx: ConferencesTrx, id: ConferenceId): Promise<InvitationRow[]> =>
  trx
    .selectFrom('invitation')
    .selectAll()
    .where('conference_id', '=', id)
    .orderBy('mandatory', 'desc')
    .orderBy('sector')
    .orderBy('institution_id')
    .execute()

export const invitationOf = (trx: ConferencesTrx, id: ConferenceId, institutionId: InstitutionId): Promise<InvitationRow | undefined> =>
  trx.selectFrom('invitation').selectAll().where('conference_id', '=', id).where('institution_id', '=', institutionId).executeTakeFirst()

const decisionsOf = async (trx: ConferencesTrx, id: ConferenceId): Promise<Decision[]> => {
  const decisions = await trx.selectFrom('decision').selectAll().where('conference_id', '=', id).orderBy('number').execute()
  const tasks = await trx.selectFrom('task').selectAll().where('conference_id', '=', id).orderBy('due_on').orderBy('id').execute()
  return decisions.map((row) => ({
    number: row.number,
    text: row.text,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    withQuorum: row.with_quorum,
    tasks: tasks.filter((task) => task.decision_number === row.number).map(taskFrom),
  }))
}

/** A conference with its invitations, quorum and decisions. */
export const conferenceDetail = async (
  trx: ConferencesTrx,
  row: ConferenceRow,
  institutionId: InstitutionId,
): Promise<ConferenceDetail> => {
  const invitations = await invitationsOf(trx, row.id)
  const mine = invitations.find((invitation) => invitation.institution_id === institutionId)
  return {
    ...conferenceSummaryFrom(row, mine),
    agenda: row.agenda,
    missingSectorsReason: row.missing_sectors_reason,
    cancelReason: row.cancel_reason,
    invitations: invitations.map(invitationFrom),
    quorum: quorumOf(row.mandatory_sectors, row.quorum_needed, invitations),
    decisions: await decisionsOf(trx, row.id),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}

/** Conferences that the subject may see, next first; at most 200. */
export const listConferencesFor = async (
  trx: ConferencesTrx,
  institutionId: InstitutionId,
  asked: { states?: readonly ConferenceRow['state'][] | undefined; caseId?: CaseId | undefined },
): Promise<ConferenceSummary[]> => {
  let chosen = trx.selectFrom('conference').selectAll().orderBy('starts_at').limit(200)
  if (asked.states !== undefined) chosen = chosen.where('state', 'in', [...asked.states])
  if (asked.caseId !== undefined) chosen = chosen.where('case_id', '=', asked.caseId)
  const rows = await chosen.execute()
  if (rows.length === 0) return []
  const mine = await trx
    .selectFrom('invitation')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where(
      'conference_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) =>
    conferenceSummaryFrom(
      row,
      mine.find((invitation) => invitation.conference_id === row.id),
    ),
  )
}

/** The next conference of a case that is scheduled or under way. */
export const nextConferenceOf = async (trx: ConferencesTrx, caseId: CaseId): Promise<CaseDetail['nextConference']> => {
  const row = await trx
    .selectFrom('conference')
    .select(['id', 'starts_at', 'place'])
    .where('case_id', '=', caseId)
    .where('state', 'in', ['scheduled', 'under-way'])
    .orderBy('starts_at')
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, startsAt: row.starts_at, place: row.place }
}

/** Open tasks of an institution, the first due at the top. */
export const openTasksOf = (trx: ConferencesTrx, institutionId: InstitutionId): Promise<TaskRow[]> =>
  trx
    .selectFrom('task')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(500)
    .execute()
