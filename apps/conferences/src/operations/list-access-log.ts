import { asSubject } from '@mreza/db'
import { readableCase } from './may-case.ts'
import type { Of } from './parts.ts'

/** Who looked at or changed what in a case and in the referral that opened it, newest first (rule D9). */
export const listAccessLog: Of<'listAccessLog'> =
  ({ db }) =>
  (ctx, { caseId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { row: file } = await readableCase(trx, caseId, ctx.subject, ctx.now.toISOString())
      const rows = await trx
        .selectFrom('audit_entry')
        .selectAll()
        .where((is) => is.or([is('case_id', '=', caseId), is('chain', '=', `referral:${file.referral_id}`)]))
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .limit(500)
        .execute()
      return rows.map((row) => ({
        at: row.at,
        action: row.action,
        personId: row.person_id,
        institutionId: row.institution_id,
        purpose: row.purpose,
        reason: row.refs.reason ?? null,
      }))
    })
