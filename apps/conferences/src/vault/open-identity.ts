import { type Identity, Identity as IdentitySchema, refuseInConferences } from '@mreza/contracts-conferences'
import { open, openSubjectKey } from '@mreza/sealing'
import type { ConferencesTrx } from '../store/executors.ts'
import { identityPlace } from './identity-place.ts'

const nothingKnown = { givenName: null, familyName: null, birthDate: null, address: null, safeContact: null }

/**
 * Opens who the beneficiary is, in a transaction of the role `mreza_vault`; row-level security decides whether the subject may.
 * The caller audits the look in the same transaction. Refuses with `not-found` when there is nothing this subject may open.
 */
export const openIdentity = async (trx: ConferencesTrx, masterKey: Uint8Array, beneficiaryId: string): Promise<Identity> => {
  const key = await trx.selectFrom('vault.subject_key').select('wrapped').where('beneficiary_id', '=', beneficiaryId).executeTakeFirst()
  if (key === undefined) throw refuseInConferences('not-found')
  const dek = openSubjectKey(masterKey, beneficiaryId, key.wrapped)
  const rows = await trx
    .selectFrom('vault.identity_field')
    .select(['field', 'sealed'])
    .where('beneficiary_id', '=', beneficiaryId)
    .execute()
  const known = rows.map(({ field, sealed }) => [field, open(dek, identityPlace(field, beneficiaryId), sealed)])
  return IdentitySchema.parse({ ...nothingKnown, ...Object.fromEntries(known) })
}
