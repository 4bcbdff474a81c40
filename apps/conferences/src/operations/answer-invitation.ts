import { emit } from '@mreza/bus'
import { invitationAnswered } from '@mreza/contracts-conferences'
import type { Instant, PersonId, Subject } from '@mreza/contracts-kernel'
import type { ConferenceRow } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { audit } from './announce.ts'
import { conferenceFacts } from './case-facts.ts'
import { endAttendance } from './end-attendance.ts'

/** What an institution says to an invitation; who comes takes part under `participationId`. */
export type Answer =
  | { readonly answer: 'accepted'; readonly attendeeId: PersonId; readonly participationId: string }
  | { readonly answer: 'declined'; readonly reason: string }

const columnsOf = (answer: Answer, at: Instant) =>
  answer.answer === 'accepted'
    ? { answer: answer.answer, attendee_id: answer.attendeeId, participation_id: answer.participationId, reason: null, answered_at: at }
    : { answer: answer.answer, attendee_id: null, participation_id: null, reason: answer.reason, answered_at: at }

/**
 * Puts an answer in the place of the one before, in the transaction that it is in. What the earlier answer opened is closed
 * first: nobody keeps looking into a case because they once were to come (CF15, CF19).
 */
export const answerInvitation = async (
  trx: ConferencesTrx,
  conference: ConferenceRow,
  subject: Subject,
  answer: Answer,
  at: Instant,
): Promise<void> => {
  const { institutionId } = subject
  await endAttendance(trx, conference, institutionId, subject, at)
  await trx
    .updateTable('invitation')
    .set(columnsOf(answer, at))
    .where('conference_id', '=', conference.id)
    .where('institution_id', '=', institutionId)
    .execute()
  const audience = { personIds: [conference.scheduled_by] }
  const accepted = answer.answer === 'accepted'
  await emit(trx, invitationAnswered, { ...conferenceFacts(conference, subject, at), audience, institutionId, accepted })
  const action = accepted ? 'accept-invitation' : 'decline-invitation'
  const who = answer.answer === 'accepted' ? { personId: answer.attendeeId } : {}
  await audit(trx, subject, { chain: conference.case_id, action, refs: { conferenceId: conference.id, ...who } })
}
