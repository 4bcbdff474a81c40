import { asSubject } from '@mreza/db'
import { openTasksOf, taskFrom } from '../store/conferences.ts'
import type { Of } from './parts.ts'

/** Open tasks of the caller's institution, the first due at the top. */
export const listMyTasks: Of<'listMyTasks'> =
  ({ db }) =>
  (ctx) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => (await openTasksOf(trx, ctx.subject.institutionId)).map(taskFrom))
