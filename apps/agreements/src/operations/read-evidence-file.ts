import { refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { readableObligation } from '../obligations/may-obligation.ts'
import type { Of } from './parts.ts'

/** The document behind a piece of evidence, as it came. */
export const readEvidenceFile: Of<'readEvidenceFile'> =
  ({ db }) =>
  (ctx, { obligationId, evidenceId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const row = await readableObligation(trx, obligationId, ctx.subject)
      const found = await trx
        .selectFrom('evidence_file')
        .innerJoin('obligation_evidence', 'obligation_evidence.id', 'evidence_file.evidence_id')
        .select(['obligation_evidence.file', 'evidence_file.bytes'])
        .where('evidence_id', '=', evidenceId)
        .where('obligation_evidence.obligation_id', '=', row.id)
        .executeTakeFirst()
      if (found === undefined || found.file === null) throw refuseInAgreements('not-found', { field: 'evidenceId' })
      const { name, mediaType, sha256 } = found.file
      return { fileName: name, mediaType, sha256, bytes: found.bytes.toString('base64') }
    })
