import { asSubject } from '@mreza/db'
import { conferenceSummaryFrom } from '../store/conferences.ts'
import { answerInvitation } from './answer-invitation.ts'
import { answerableInvitation, invitedTo } from './invited.ts'
import type { Of } from './parts.ts'

/** Declines for the caller's institution with a reason that the one who invited reads; what an earlier yes had opened closes (CF19). */
export const declineInvitation: Of<'declineInvitation'> =
  ({ db }) =>
  (ctx, { conferenceId, reason }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { conference } = await answerableInvitation(trx, conferenceId, ctx.subject)
      await answerInvitation(trx, conference, ctx.subject, { answer: 'declined', reason }, ctx.now.toISOString())
      const after = await invitedTo(trx, conferenceId, ctx.subject)
      return conferenceSummaryFrom(after.conference, after.invitation)
    })
