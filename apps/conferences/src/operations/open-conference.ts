import { emit } from '@mreza/bus'
import { conferenceOpened, refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { mayBecome } from '../domain/conference.ts'
import { audit } from './announce.ts'
import { caseFacts, whoTakesPart } from './case-facts.ts'
import type { Of } from './parts.ts'
import { changeableConference, presentConference } from './present-conference.ts'

/** Opens a scheduled conference: from now on attendance and decisions are recorded (CF24). */
export const openConference: Of<'openConference'> =
  ({ db }) =>
  (ctx, { conferenceId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const at = ctx.now.toISOString()
      const { conference, loaded } = await changeableConference(trx, conferenceId, ctx.subject, ctx.now, 'conference.lead')
      if (!mayBecome(conference.state, 'under-way')) throw refuseInConferences('conference-not-scheduled')
      await trx.updateTable('conference').set({ state: 'under-way', opened_at: at }).where('id', '=', conferenceId).execute()
      await emit(trx, conferenceOpened, { ...caseFacts(loaded.row, ctx.subject, at), audience: whoTakesPart(loaded, at), conferenceId })
      await audit(trx, ctx.subject, { chain: loaded.row.id, action: 'open-conference', refs: { conferenceId } })
      return presentConference(trx, conferenceId, ctx.subject, ctx.now)
    })
