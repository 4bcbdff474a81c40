import { emit } from '@mreza/bus'
import { participationGranted, refuseInConferences } from '@mreza/contracts-conferences'
import type { Instant, PersonId, Subject } from '@mreza/contracts-kernel'
import { asSubject, json, newId } from '@mreza/db'
import { type ConferenceRow, conferenceSummaryFrom } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { worksFor } from '../store/read-models.ts'
import { audit } from './announce.ts'
import { answerInvitation } from './answer-invitation.ts'
import { caseFacts } from './case-facts.ts'
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
  id: string,
): Promise<void> => {
  const { institutionId } = subject
  const who = { case_id: conference.case_id, id, institution_id: institutionId, person_id: personId, sections: ['core' as const] }
  const basis = json({ kind: 'legal-duty', rule: conferenceDuty }) as never
  await trx
    .insertInto('participation')
    .values({ ...who, basis, from_at: at })
    .execute()
  const facts = caseFacts({ id: conference.case_id, code: conference.case_code, network_id: conference.network_id }, subject, at)
  const granted = { participationId: id, institutionId, personId, sections: ['core' as const] }
  await emit(trx, participationGranted, { ...facts, audience: { personIds: [personId] }, ...granted })
  await audit(trx, subject, {
    chain: conference.case_id,
    action: 'grant-participation',
    purpose: conferenceDuty,
    refs: { participationId: id, institutionId },
  })
}

const accept = async (
  trx: ConferencesTrx,
  conference: ConferenceRow,
  subject: Subject,
  attendeeId: PersonId,
  at: Instant,
): Promise<void> => {
  const participationId = newId()
  await answerInvitation(trx, conference, subject, { answer: 'accepted', attendeeId, participationId }, at)
  await admitAttendee(trx, conference, subject, attendeeId, at, participationId)
}

/** Accepts for the caller's institution and names who comes (CF19, CF20). Accepting again with the same person changes nothing. */
export const acceptInvitation: Of<'acceptInvitation'> =
  ({ db }) =>
  (ctx, { conferenceId, attendeeId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const { conference, invitation } = await answerableInvitation(trx, conferenceId, subject)
      const personId = attendeeId ?? subject.personId
      const works = await worksFor(trx, personId, subject.institutionId)
      if (!works) throw refuseInConferences('invited-person-not-of-institution', { field: 'attendeeId' })
      const isNews = invitation.answer !== 'accepted' || invitation.attendee_id !== personId
      if (isNews) await accept(trx, conference, subject, personId, ctx.now.toISOString())
      const after = await invitedTo(trx, conferenceId, subject)
      return conferenceSummaryFrom(after.conference, after.invitation)
    })
