import type { ScanMediaType, WetInkId } from '@mreza/contracts-agreements'
import type { AgreementId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { AgreementsTables } from './tables.ts'

/** A scanned page as it came. */
export const pageOf = async (
  trx: Trx<AgreementsTables>,
  agreementId: AgreementId,
  id: WetInkId,
): Promise<{ page: Buffer; mediaType: ScanMediaType } | undefined> => {
  const row = await trx
    .selectFrom('wet_ink')
    .select(['page', 'facts'])
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { page: row.page, mediaType: row.facts.mediaType }
}
