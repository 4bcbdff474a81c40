import type { AgreementId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { Notice } from '../domain/notices.ts'
import type { AgreementsTables } from './tables.ts'

type Store = Trx<AgreementsTables>

/** What a clock has told of an agreement already. */
export const givenNotices = async (trx: Store, agreementId: AgreementId): Promise<ReadonlySet<string>> => {
  const rows = await trx.selectFrom('notice_given').select('key').where('agreement_id', '=', agreementId).execute()
  return new Set(rows.map(({ key }) => key))
}

/** Keeps that these are told, or left out for later ones. */
export const keepNotices = async (trx: Store, agreementId: AgreementId, notices: readonly Notice[], at: string): Promise<void> => {
  if (notices.length === 0) return
  await trx
    .insertInto('notice_given')
    .values(notices.map(({ key }) => ({ agreement_id: agreementId, key, at })))
    .execute()
}
