import { refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { sealedIn } from '../store/sealed-documents.ts'
import { readable } from './may.ts'
import type { Of } from './parts.ts'

/** The text as it was sealed when it was sent, byte by byte (AG31). */
export const printAgreement: Of<'printAgreement'> =
  ({ db }) =>
  (ctx, { agreementId, language }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const agreement = await readable(trx, agreementId, ctx.subject)
      const sealed = await sealedIn(trx, agreementId, language)
      if (sealed === undefined) throw refuseInAgreements('document-not-made')
      const fileName = `${agreement.templateId}-${language}-${(agreement.textHash ?? '').slice(0, 8)}.pdf`
      return { fileName, mediaType: 'application/pdf', bytes: sealed.bytes.toString('base64'), sha256: sealed.sha256 }
    })
