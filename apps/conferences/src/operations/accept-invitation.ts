import { emit } from '@mreza/bus'
import { invitationAnswered, participationGranted, refuseInConferences } from '@mreza/contracts-conferences'
import type { Instant, PersonId, Subject } from '@mreza/contracts-kernel'
import { asSubject, json, newId } from '@mreza/db'
import { type ConferenceRow, conferenceSummaryFrom } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { worksFor } from '../store/read-models.ts'
import { audit } from './announce.ts'
import { answerableInvitation, invitedTo } from './invited.ts'
import type { Of } from './parts.ts'

const conferenceDuty = 'conference-rule'

/** Lets the one who comes take part in the core section, on the basis of the agreement's conference rule (CF20). */
const admitAttendee = async (
  trx: ConferencesTrx,
  conference: ConferenceRow,
  subject: Subject,
  personId: PersonId,
  at: Instant,
): Promise<void> => {
  const id = newId()
  const who = { case_id: conference.case_id, id, institution_id: subject.institutionId, person_id: personId, sections: ['core' as const] }
  await trx
    .insertInto('participation')
    .values({ ...who, basis: json({ kind: 'legal-duty', rule: conferenceDuty }) as never, from_at: at })
    .execute()
  const facts = {
    at,
    networkId: conference.network_id,
    actorId: subject.personId,
    caseId: conference.case_id,
    caseCode: conference.case_code,
  }
  await emit(trx, participationGranted, {
    ...facts,
    audience: { personIds: [personId] },
    participationId: id,
    institutionId: subject.institutionId,
    personId,
    sections: ['core'],
  })
  await audit(trx, subject, {
    chain: conference.case_id,
    action: 'grant-participation',
    purpose: conferenceDuty,
    refs: { participationId: id, institutionId: subject.institutionId },
  })
}

/** Accepts for the caller's institution and names who comes (CF19, CF20). Accepting again with the same person changes nothing. */
export const acceptInvitation: Of<'acceptInvitation'> =
  ({ db }) =>
  (ctx, { conferenceId, attendeeId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const at = ctx.now.toISOString()
      const { conference, invitation } = await answerableInvitation(trx, conferenceId, subject)
      const personId = attendeeId ?? subject.personId
      if (!(await worksFor(trx, personId, subject.institutionId)))
        throw refuseInConferences('invited-person-not-of-institution', { field: 'attendeeId' })
      if (invitation.answer !== 'accepted' || invitation.attendee_id !== personId) {
        const answer = { answer: 'accepted' as const, attendee_id: personId, reason: null, answered_at: at }
        await trx
          .updateTable('invitation')
          .set(answer)
          .where('conference_id', '=', conferenceId)
          .where('institution_id', '=', subject.institutionId)
          .execute()
        await admitAttendee(trx, conference, subject, personId, at)
        const facts = {
          at,
          networkId: conference.network_id,
          actorId: subject.personId,
          caseId: conference.case_id,
          caseCode: conference.case_code,
          conferenceId,
        }
        await emit(trx, invitationAnswered, {
          ...facts,
          audience: { personIds: [conference.scheduled_by] },
          institutionId: subject.institutionId,
          accepted: true,
        })
        await audit(trx, subject, { chain: conference.case_id, action: 'accept-invitation', refs: { conferenceId, personId } })
      }
      const after = await invitedTo(trx, conferenceId, subject)
      return conferenceSummaryFrom(after.conference, after.invitation)
    })
