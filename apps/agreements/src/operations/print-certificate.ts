import { createHash } from 'node:crypto'
import { refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { documentTemplate, renderPdf, TypesetterBusy } from '@mreza/documents'
import { sealPdf } from '@mreza/signatures'
import { composeCertificate, namedIn } from '../print/compose-certificate.ts'
import { sayingIn } from '../print/saying.ts'
import { sealedHashes } from '../store/sealed-documents.ts'
import { auditDeed } from './announce.ts'
import { readable } from './may.ts'
import type { Of } from './parts.ts'

const busy = (cause: unknown): never => {
  throw cause instanceof TypesetterBusy ? refuseInAgreements('too-many-requests', { cause }) : cause
}

/** Who signed what, when, how and by what right, with what shows it, under the installation's seal (AG32). */
export const printCertificate: Of<'printCertificate'> =
  ({ db, directory, seal }) =>
  async (ctx, { agreementId, language }) => {
    const { agreement, sealed } = await asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const found = await readable(trx, agreementId, ctx.subject)
      if (found.textHash === null) throw refuseInAgreements('document-not-made')
      await auditDeed(trx, found, 'print-certificate', ctx.subject)
      return { agreement: found, sealed: await sealedHashes(trx, agreementId) }
    })
    const saying = await sayingIn(language, await directory.nameOnPaper(namedIn(agreement)))
    const certified = { agreement, sealed, printedAt: ctx.now.toISOString() }
    const drawn = await renderPdf(documentTemplate, composeCertificate(certified, saying)).catch(busy)
    const bytes = Buffer.from(seal === null ? drawn : await sealPdf(drawn, seal, { at: ctx.now, reason: saying.t('certificate.title') }))
    const fileName = `${saying.t('certificate.file')}-${(agreement.textHash ?? '').slice(0, 8)}.pdf`
    return {
      fileName,
      mediaType: 'application/pdf',
      bytes: bytes.toString('base64'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  }
