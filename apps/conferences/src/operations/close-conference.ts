import { emit } from '@mreza/bus'
import { conferenceClosed, refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { mayBecome } from '../domain/conference.ts'
import { loadReferral } from '../store/referrals.ts'
import { audit } from './announce.ts'
import { caseFacts, whoTakesPart } from './case-facts.ts'
import { fulfilSteps } from './fulfil-steps.ts'
import type { Of } from './parts.ts'
import { changeableConference, presentConference } from './present-conference.ts'

/** Closes a conference that is under way; its decisions stand as they are (CF24). */
export const closeConference: Of<'closeConference'> =
  ({ db }) =>
  (ctx, { conferenceId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const at = ctx.now.toISOString()
      const { conference, loaded } = await changeableConference(trx, conferenceId, ctx.subject, ctx.now, 'conference.lead')
      if (!mayBecome(conference.state, 'closed')) throw refuseInConferences('conference-not-under-way')
      await trx.updateTable('conference').set({ state: 'closed', closed_at: at }).where('id', '=', conferenceId).execute()
      const referral = await loadReferral(trx, loaded.row.referral_id)
      if (referral !== undefined)
        await fulfilSteps(trx, loaded.row, 'conference-held', { actor: ctx.subject, at, sentAt: referral.row.sent_at })
      await emit(trx, conferenceClosed, { ...caseFacts(loaded.row, ctx.subject, at), audience: whoTakesPart(loaded, at), conferenceId })
      await audit(trx, ctx.subject, { chain: loaded.row.id, action: 'close-conference', refs: { conferenceId } })
      return presentConference(trx, conferenceId, ctx.subject, ctx.now)
    })
