import type { AgreementId, Language } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { Agreement } from '../domain/agreement.ts'
import type { AgreementsTables } from './tables.ts'

type Store = Trx<AgreementsTables>

/** One language of a sealed text. */
export interface SealedDocument {
  readonly language: Language
  readonly bytes: Buffer
  readonly sha256: string
}

/** The agreement that was sent first of those whose text is not sealed yet. */
export const nextUnsealed = async (trx: Store): Promise<AgreementId | undefined> => {
  const row = await trx
    .selectFrom('agreement')
    .select('id')
    .where('sent_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('sealed_document').select('language').whereRef('sealed_document.agreement_id', '=', 'agreement.id'))),
    )
    .orderBy('sent_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Keeps the documents of an agreement, all or, where another instance was first, none. */
export const keepSealed = async (
  trx: Store,
  { id, networkId }: Agreement,
  documents: readonly SealedDocument[],
  at: string,
): Promise<void> => {
  const rows = documents.map((one) => ({ agreement_id: id, network_id: networkId, ...one, made_at: at }))
  await trx
    .insertInto('sealed_document')
    .values(rows)
    .onConflict((on) => on.columns(['agreement_id', 'language']).doNothing())
    .execute()
}

/** The sealed text in one language, if it was made. */
export const sealedIn = (trx: Store, id: AgreementId, language: Language): Promise<SealedDocument | undefined> =>
  trx
    .selectFrom('sealed_document')
    .select(['language', 'bytes', 'sha256'])
    .where('agreement_id', '=', id)
    .where('language', '=', language)
    .executeTakeFirst()

/** The hashes of the sealed texts, by language. */
export const sealedHashes = (trx: Store, id: AgreementId): Promise<Pick<SealedDocument, 'language' | 'sha256'>[]> =>
  trx.selectFrom('sealed_document').select(['language', 'sha256']).where('agreement_id', '=', id).orderBy('language').execute()
