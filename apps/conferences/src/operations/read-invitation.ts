import { asSubject } from '@mreza/db'
import { conferenceSummaryFrom } from '../store/conferences.ts'
import { invitedTo } from './invited.ts'
import type { Of } from './parts.ts'

/** The neutral face of an invitation (CF19). */
export const readInvitation: Of<'readInvitation'> =
  ({ db }) =>
  (ctx, { conferenceId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { conference, invitation } = await invitedTo(trx, conferenceId, ctx.subject)
      return conferenceSummaryFrom(conference, invitation)
    })
