import { createHash } from 'node:crypto'
import { type EvidenceFacts, longestScan, refuseInAgreements, type ScanMediaType } from '@mreza/contracts-agreements'
import { asSubject, json, newId, type Trx } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideEvidence } from '../domain/obligations/decide.ts'
import { isWhatItSays } from '../domain/scanned-page.ts'
import { openTermOf } from '../obligations/may-obligation.ts'
import { settleTerm } from '../obligations/settle-term.ts'
import { type LoadedTerm, type ObligationRow, termOf } from '../store/obligations.ts'
import type { AgreementsTables } from '../store/tables.ts'
import type { Of } from './parts.ts'

interface GivenFile {
  readonly name: string
  readonly mediaType: ScanMediaType
  readonly bytes: string
}

const bytesOf = (file: GivenFile): Buffer => {
  const bytes = Buffer.from(file.bytes, 'base64')
  if (bytes.byteLength > longestScan) throw refuseInAgreements('page-too-large', { field: 'file' })
  if (!isWhatItSays(bytes, file.mediaType)) throw refuseInAgreements('page-not-readable', { field: 'file' })
  return bytes
}

const insertEvidence = async (
  trx: Trx<AgreementsTables>,
  { row, term }: { row: ObligationRow; term: LoadedTerm },
  { facts, file }: { facts: EvidenceFacts; file: GivenFile | null },
  by: { readonly at: string; readonly by_id: NonNullable<ObligationRow['responsible_id']> },
): Promise<void> => {
  const id = newId<'EvidenceId'>()
  const whose = { network_id: row.network_id, institution_id: row.institution_id }
  const bytes = file === null ? null : bytesOf(file)
  const kept = file && bytes && { name: file.name, mediaType: file.mediaType, sha256: createHash('sha256').update(bytes).digest('hex') }
  await trx
    .insertInto('obligation_evidence')
    .values({
      id,
      ...whose,
      ...by,
      term_id: term.id,
      obligation_id: row.id,
      facts: json(facts) as never,
      file: kept && (json(kept) as never),
    })
    .execute()
  if (bytes !== null)
    await trx
      .insertInto('evidence_file')
      .values({ evidence_id: id, ...whose, bytes })
      .execute()
}

/** Keeps evidence that the institution which owes it gives; enough of it keeps the term (AG44). */
export const reportEvidence: Of<'reportEvidence'> =
  ({ db }) =>
  (ctx, { obligationId, termId, evidence, file }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'reportEvidence', async () => {
        const at = ctx.now.toISOString()
        const { row, term } = await openTermOf(trx, { obligationId, termId }, ctx.subject, 'obligation.report')
        const { keptAt } = decideEvidence(row.content, termOf(term), evidence, at)
        await insertEvidence(trx, { row, term }, { facts: evidence, file }, { at, by_id: ctx.subject.personId })
        const after = { ...term, kept_at: keptAt, evidence: [...term.evidence, evidence] }
        const happened = keptAt !== null && term.kept_at === null ? ({ kind: 'kept' } as const) : null
        return settleTerm(trx, ctx, { row, term: after }, { action: 'report-evidence', happened })
      }),
    )
