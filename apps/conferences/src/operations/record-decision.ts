import { emit } from '@mreza/bus'
import { decisionRecorded } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { quorumOf } from '../domain/conference.ts'
import { invitationsOf } from '../store/conferences.ts'
import { audit } from './announce.ts'
import { caseFacts, whoTakesPart } from './case-facts.ts'
import { conferenceUnderWay } from './conference-under-way.ts'
import type { Of } from './parts.ts'
import { presentConference } from './present-conference.ts'

/** Records the next decision of a conference, and whether there was a quorum for it (CF22). */
export const recordDecision: Of<'recordDecision'> =
  ({ db }) =>
  (ctx, { conferenceId, text }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      await once(trx, ctx, 'recordDecision', async () => {
        const at = ctx.now.toISOString()
        const { conference, loaded } = await conferenceUnderWay(trx, conferenceId, ctx.subject, ctx.now)
        const last = await trx
          .selectFrom('decision')
          .select((eb) => eb.fn.max('number').as('number'))
          .where('conference_id', '=', conferenceId)
          .executeTakeFirst()
        const number = (last?.number ?? 0) + 1
        const { reached } = quorumOf(conference.mandatory_sectors, conference.quorum_needed, await invitationsOf(trx, conferenceId))
        const row = {
          case_id: loaded.row.id,
          conference_id: conferenceId,
          number,
          text,
          recorded_at: at,
          recorded_by: ctx.subject.personId,
          with_quorum: reached,
        }
        await trx.insertInto('decision').values(row).execute()
        await emit(trx, decisionRecorded, {
          ...caseFacts(loaded.row, ctx.subject, at),
          audience: whoTakesPart(loaded, at),
          conferenceId,
          number,
        })
        await audit(trx, ctx.subject, { chain: loaded.row.id, action: 'record-decision', refs: { conferenceId, number: String(number) } })
        return number
      })
      return presentConference(trx, conferenceId, ctx.subject, ctx.now)
    })
