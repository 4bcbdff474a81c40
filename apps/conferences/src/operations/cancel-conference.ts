import { emit } from '@mreza/bus'
import { conferenceCancelled, refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { mayBecome } from '../domain/conference.ts'
import { invitationsOf } from '../store/conferences.ts'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'
import { endAttendance } from './end-attendance.ts'
import type { Of } from './parts.ts'
import { changeableConference, presentConference } from './present-conference.ts'

/** Cancels a conference that has not begun; all who were invited are told (CF24). */
export const cancelConference: Of<'cancelConference'> =
  ({ db }) =>
  (ctx, { conferenceId, reason }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { conference, loaded } = await changeableConference(trx, conferenceId, ctx.subject, ctx.now, 'conference.schedule')
      if (!mayBecome(conference.state, 'cancelled')) throw refuseInConferences('conference-not-scheduled')
      await trx.updateTable('conference').set({ state: 'cancelled', cancel_reason: reason }).where('id', '=', conferenceId).execute()
      const at = ctx.now.toISOString()
      const institutionIds = (await invitationsOf(trx, conferenceId)).map(({ institution_id }) => institution_id)
      for (const institutionId of institutionIds) await endAttendance(trx, conference, institutionId, ctx.subject, at)
      await emit(trx, conferenceCancelled, { ...caseFacts(loaded.row, ctx.subject, at), audience: { institutionIds }, conferenceId })
      await audit(trx, ctx.subject, { chain: loaded.row.id, action: 'cancel-conference', refs: { conferenceId } })
      return presentConference(trx, conferenceId, ctx.subject, ctx.now)
    })
