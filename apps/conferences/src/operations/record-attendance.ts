import { refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { audit } from './announce.ts'
import { conferenceUnderWay } from './conference-under-way.ts'
import type { Of } from './parts.ts'
import { presentConference } from './present-conference.ts'

/** Records whether an invited institution is there (CF21). */
export const recordAttendance: Of<'recordAttendance'> =
  ({ db }) =>
  (ctx, { conferenceId, institutionId, attendance }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { loaded } = await conferenceUnderWay(trx, conferenceId, ctx.subject, ctx.now)
      const recorded = await trx
        .updateTable('invitation')
        .set({ attendance })
        .where('conference_id', '=', conferenceId)
        .where('institution_id', '=', institutionId)
        .executeTakeFirst()
      if (recorded.numUpdatedRows === 0n) throw refuseInConferences('not-found', { field: 'institutionId' })
      await audit(trx, ctx.subject, {
        chain: loaded.row.id,
        action: 'record-attendance',
        refs: { conferenceId, institutionId, attendance },
      })
      return presentConference(trx, conferenceId, ctx.subject, ctx.now)
    })
