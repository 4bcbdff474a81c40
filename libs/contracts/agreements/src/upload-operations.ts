import { AgreementId, InstitutionId, mutation, needs, query } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AgreementDetail } from './agreement.ts'
import { Sha256 } from './signature.ts'

/** The most bytes of a file with a signature that was made elsewhere. */
export const longestSignatureFile = 8 * 1024 * 1024
const inBase64 = Math.ceil(longestSignatureFile / 3) * 4

/** Signatures that were made elsewhere. */
export const agreementUploadOperations = {
  /** Signs for the caller's institution with a file that was signed elsewhere: the sealed text as a signed PDF, or a signature beside it (AG33). */
  uploadSignature: mutation(
    needs('agreement.sign'),
    z.strictObject({ agreementId: AgreementId, textHash: Sha256, format: z.enum(['pades', 'cms']), file: z.base64().max(inBase64) }),
    AgreementDetail,
    inBase64 + 4_096,
  ),
  /** The file as it came, for who may read why parties declined (AG11, AG34). */
  readSignatureFile: query(
    needs('agreement.read-reasons'),
    z.strictObject({ agreementId: AgreementId, institutionId: InstitutionId }),
    z.strictObject({ fileName: z.string(), mediaType: z.string(), bytes: z.base64(), sha256: Sha256 }),
  ),
}
