import { asSubject } from '@mreza/db'
import { listConferencesFor } from '../store/conferences.ts'
import type { Of } from './parts.ts'

/** Conferences the caller's institution is invited to or whose case the caller takes part in, next first. */
export const listConferences: Of<'listConferences'> =
  ({ db }) =>
  (ctx, asked) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) => listConferencesFor(trx, ctx.subject.institutionId, asked))
