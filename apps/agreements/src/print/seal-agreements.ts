import { createHash } from 'node:crypto'
import { Language } from '@mreza/contracts-kernel'
import { asWorker, type Db } from '@mreza/db'
import { documentTemplate, renderPdf } from '@mreza/documents'
import { type Log, lookEvery } from '@mreza/service'
import type { Agreement } from '../domain/agreement.ts'
import type { DirectoryOnPaper } from '../operations/parts.ts'
import { loadAgreement } from '../store/load-agreements.ts'
import { keepSealed, nextUnsealed, type SealedDocument } from '../store/sealed-documents.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { composeAgreement } from './compose-agreement.ts'
import { type Names, sayingIn } from './saying.ts'

/** Milliseconds between two looks: how long after sending the sealed text may be missing. */
const every = 2_000

const draw = async (agreement: Agreement, names: Names, language: Language) => {
  const bytes = Buffer.from(await renderPdf(documentTemplate, composeAgreement(agreement, await sayingIn(language, names))))
  return { language, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What seals need: who knows the names that are printed. */
export interface Sealing {
  readonly worker: Db<AgreementsTables>
  readonly directory: DirectoryOnPaper
  readonly now: () => Date
}

/**
 * Draws the text of one agreement that was sent and has no sealed documents yet, once in each language, and keeps the bytes: they are what everybody
 * gets from then on, and what signatures made elsewhere sign (AG31). Says how many it did. Should two instances draw the same one, the first to
 * keep wins and the other's are thrown away.
 */
export const sealNext = async ({ worker, directory, now }: Sealing): Promise<number> => {
  const agreement = await asWorker(worker, async (trx) => {
    const id = await nextUnsealed(trx)
    return id === undefined ? undefined : loadAgreement(trx, id)
  })
  if (agreement === undefined) return 0
  // Who acceded since is no party of the text that was frozen.
  const frozen = { ...agreement, parties: agreement.parties.filter(({ invitedAt }) => invitedAt === null) }
  const names = await directory.nameOnPaper({ institutionIds: frozen.parties.map(({ institutionId }) => institutionId), personIds: [] })
  const documents: SealedDocument[] = []
  for (const language of Language.options) documents.push(await draw(frozen, names, language))
  await asWorker(worker, (trx) => keepSealed(trx, agreement, documents, now().toISOString()))
  return 1
}

/** Seals what was sent until stopped. Several instances may do it at once. */
export const watchSealing = (sealing: Sealing, log: Log): { stop(): Promise<void> } =>
  lookEvery({ every, what: 'the texts to be sealed', log, look: () => sealNext(sealing) })
