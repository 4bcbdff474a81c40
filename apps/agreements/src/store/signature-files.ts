import type { UploadedSignature } from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { json, type Trx } from '@mreza/db'
import type { VerifiedSignature } from '@mreza/signatures'
import type { Agreement } from '../domain/agreement.ts'
import type { AgreementsTables } from './tables.ts'

/** The sealed text in each language in which it was sealed. */
export const sealedDocumentsOf = async (trx: Trx<AgreementsTables>, agreementId: AgreementId): Promise<Uint8Array[]> => {
  const rows = await trx.selectFrom('sealed_document').select('bytes').where('agreement_id', '=', agreementId).orderBy('language').execute()
  return rows.map(({ bytes }) => new Uint8Array(bytes))
}

/** A file as it came, with who brought it and all that was found in it. */
export interface KeptFile {
  readonly institutionId: InstitutionId
  readonly personId: PersonId
  readonly at: string
  readonly format: UploadedSignature['format']
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly found: VerifiedSignature
}

export const keepSignatureFile = async (trx: Trx<AgreementsTables>, agreement: Agreement, kept: KeptFile): Promise<void> => {
  await trx
    .insertInto('signature_file')
    .values({
      agreement_id: agreement.id,
      network_id: agreement.networkId,
      institution_id: kept.institutionId,
      uploaded_by: kept.personId,
      uploaded_at: kept.at,
      format: kept.format,
      bytes: Buffer.from(kept.bytes),
      sha256: kept.sha256,
      certificate: kept.found.certificate.sha256,
      found: json(kept.found),
    })
    .execute()
}

/** The file with which a party signed. */
export const signatureFileOf = (
  trx: Trx<AgreementsTables>,
  agreementId: AgreementId,
  institutionId: InstitutionId,
): Promise<{ bytes: Buffer; format: UploadedSignature['format']; sha256: string } | undefined> =>
  trx
    .selectFrom('signature_file')
    .select(['bytes', 'format', 'sha256'])
    .where('agreement_id', '=', agreementId)
    .where('institution_id', '=', institutionId)
    .executeTakeFirst()
