import { asSubject } from '@mreza/db'
import { byFirstClock, caseSummaryFrom, listOpenCases } from '../store/cases.ts'
import type { Of } from './parts.ts'

/** Cases the caller takes part in, the one whose clock falls first at the top. */
export const listCases: Of<'listCases'> =
  ({ db }) =>
  (ctx) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const loaded = await listOpenCases(trx)
      return loaded.map((one) => caseSummaryFrom(one, ctx.subject, ctx.now.toISOString())).sort(byFirstClock)
    })
