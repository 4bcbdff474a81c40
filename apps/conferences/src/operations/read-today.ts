import { asSubject } from '@mreza/db'
import { byFirstClock, caseSummaryFrom, listOpenCases } from '../store/cases.ts'
import { listConferencesFor, openTasksOf, taskFrom } from '../store/conferences.ts'
import { listReferralsOf, summaryFrom } from '../store/referrals.ts'
import type { Of } from './parts.ts'

/** What is the caller's to do now, the first to fall due at the top of each list. */
export const readToday: Of<'readToday'> =
  ({ db }) =>
  (ctx) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const now = ctx.now.toISOString()
      const received = await listReferralsOf(trx, subject.institutionId, 'receiver_id')
      const cases = (await listOpenCases(trx)).map((one) => caseSummaryFrom(one, subject, now)).sort(byFirstClock)
      return {
        referrals: received
          .filter(({ row }) => row.answered_at === null)
          .map((one) => summaryFrom(one, now))
          .sort((a, b) => a.clock.dueAt.localeCompare(b.clock.dueAt)),
        cases,
        conferences: await listConferencesFor(trx, subject.institutionId, { states: ['scheduled', 'under-way'] }),
        tasks: (await openTasksOf(trx, subject.institutionId)).map(taskFrom),
      }
    })
