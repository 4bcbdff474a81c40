import { canInAgreements, refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { partyIdsOf } from '../domain/agreement.ts'
import { signatureFileOf } from '../store/signature-files.ts'
import { readable } from './may.ts'
import type { Of } from './parts.ts'

const kinds = {
  pades: { mediaType: 'application/pdf', ending: 'pdf' },
  cms: { mediaType: 'application/pkcs7-signature', ending: 'p7s' },
} as const

/** The file that a party signed elsewhere, as it came, for parties, coordinator and officials (AG11, AG34). */
export const readSignatureFile: Of<'readSignatureFile'> =
  ({ db }) =>
  (ctx, { agreementId, institutionId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const agreement = await readable(trx, agreementId, ctx.subject)
      const resource = { networkId: agreement.networkId, partyIds: partyIdsOf(agreement) }
      if (!canInAgreements(ctx.subject, 'agreement.read-reasons', resource)) throw refuseInAgreements('not-allowed')
      const found = await signatureFileOf(trx, agreementId, institutionId)
      if (found === undefined) throw refuseInAgreements('not-found', { field: 'institutionId' })
      const { mediaType, ending } = kinds[found.format]
      return { fileName: `signature-${institutionId}.${ending}`, mediaType, bytes: found.bytes.toString('base64'), sha256: found.sha256 }
    })
