import { asSubject } from '@mreza/db'
import type { Of } from './parts.ts'
import { presentCase } from './present-case.ts'

/** A case as who takes part reads it. */
export const readCase: Of<'readCase'> =
  ({ db }) =>
  (ctx, { caseId }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) => presentCase(trx, caseId, ctx.subject, ctx.now))
