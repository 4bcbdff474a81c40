import { canInConferences, refuseInConferences } from '@mreza/contracts-conferences'
import type { ConferenceId, Subject } from '@mreza/contracts-kernel'
import { type ConferenceRow, type InvitationRow, invitationOf, loadConference } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'

/** A conference with the invitation of the caller's institution; without one it is missing (CF14, CF19). */
export const invitedTo = async (
  trx: ConferencesTrx,
  id: ConferenceId,
  subject: Subject,
): Promise<{ conference: ConferenceRow; invitation: InvitationRow }> => {
  const invitation = await invitationOf(trx, id, subject.institutionId)
  const conference = await loadConference(trx, id)
  if (invitation === undefined || conference === undefined) throw refuseInConferences('not-found')
  if (!canInConferences(subject, 'invitation.answer', { institutionId: invitation.institution_id })) throw refuseInConferences('not-found')
  return { conference, invitation }
}

/** The same, for an answer: only until the conference begins (CF19). */
export const answerableInvitation = async (
  trx: ConferencesTrx,
  id: ConferenceId,
  subject: Subject,
): Promise<{ conference: ConferenceRow; invitation: InvitationRow }> => {
  const invited = await invitedTo(trx, id, subject)
  if (invited.conference.state !== 'scheduled') throw refuseInConferences('conference-not-scheduled')
  return invited
}
