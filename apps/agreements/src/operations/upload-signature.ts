import { createHash } from 'node:crypto'
import { refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideSign } from '../domain/decide-sign.ts'
import { howUploaded, ownSignature } from '../domain/uploaded-signature.ts'
import { verifyUpload } from '../signatures/verify-upload.ts'
import { keepSignatureFile, sealedDocumentsOf } from '../store/signature-files.ts'
import { changeable, entitlementOf } from './may.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

/**
 * Signs for the caller's institution with a file that was signed elsewhere (AG33, AG34). The file is checked between two
 * transactions, so that nobody waits for it; what the agreement is by then is looked at again.
 */
export const uploadSignature: Of<'uploadSignature'> =
  ({ db, trust }) =>
  async (ctx, { agreementId, textHash, format, file }) => {
    const bytes = new Uint8Array(Buffer.from(file, 'base64'))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const sealed = await asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      await changeable(trx, agreementId, ctx.subject, 'agreement.sign')
      return sealedDocumentsOf(trx, agreementId)
    })
    if (sealed.length === 0) throw refuseInAgreements('document-not-made')
    const found = await verifyUpload({ format, bytes, sealed }, trust, ctx.now)
    return asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'uploadSignature', async () => {
        const agreement = await changeable(trx, agreementId, ctx.subject, 'agreement.sign')
        const { institutionId, personId } = ctx.subject
        const at = ctx.now.toISOString()
        const own = ownSignature(agreement, institutionId, found)
        const decided = decideSign(agreement, {
          institutionId,
          by: personId,
          at,
          textHash,
          entitlement: entitlementOf(agreement, ctx.subject),
          how: howUploaded(own, { format, sha256, verifiedAt: at }),
        })
        const signed = await save(trx, agreement, decided, ctx.subject)
        await keepSignatureFile(trx, agreement, { institutionId, personId, at, format, bytes, sha256, found: own })
        return presentDetail(signed, ctx.subject)
      }),
    )
  }
