import { asSubject } from '@mreza/db'
import type { Of } from './parts.ts'
import { presentConference } from './present-conference.ts'

/** A conference as who takes part in its case sees it. */
export const readConference: Of<'readConference'> =
  ({ db }) =>
  (ctx, { conferenceId }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) => presentConference(trx, conferenceId, ctx.subject, ctx.now))
