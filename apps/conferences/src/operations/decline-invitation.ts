import { emit } from '@mreza/bus'
import { invitationAnswered } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { conferenceSummaryFrom } from '../store/conferences.ts'
import { audit } from './announce.ts'
import { answerableInvitation, invitedTo } from './invited.ts'
import type { Of } from './parts.ts'

/** Declines for the caller's institution with a reason that the one who invited reads (CF19). */
export const declineInvitation: Of<'declineInvitation'> =
  ({ db }) =>
  (ctx, { conferenceId, reason }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const at = ctx.now.toISOString()
      const { conference } = await answerableInvitation(trx, conferenceId, subject)
      const answer = { answer: 'declined' as const, attendee_id: null, reason, answered_at: at }
      await trx
        .updateTable('invitation')
        .set(answer)
        .where('conference_id', '=', conferenceId)
        .where('institution_id', '=', subject.institutionId)
        .execute()
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
        accepted: false,
      })
      await audit(trx, subject, { chain: conference.case_id, action: 'decline-invitation', refs: { conferenceId } })
      const after = await invitedTo(trx, conferenceId, subject)
      return conferenceSummaryFrom(after.conference, after.invitation)
    })
