import type { Identity } from '@mreza/contracts-conferences'
import { newSubjectKey, seal } from '@mreza/sealing'
import type { ConferencesTrx } from '../store/executors.ts'
import { identityPlace } from './identity-place.ts'

/**
 * Seals who the beneficiary is under a key of their own and puts it into the vault, in the caller's transaction.
 * What is not known is not stored. From here on it is read by {@link openIdentity} alone.
 */
export const putIdentity = async (trx: ConferencesTrx, masterKey: Uint8Array, beneficiaryId: string, identity: Identity): Promise<void> => {
  const { dek, wrapped } = newSubjectKey(masterKey, beneficiaryId)
  const known = Object.entries(identity).filter((field): field is [string, string] => field[1] !== null)
  const rows = known.map(([field, value]) => ({
    beneficiary_id: beneficiaryId,
    field,
    sealed: seal(dek, identityPlace(field, beneficiaryId), value),
  }))
  await trx.insertInto('vault.subject_key').values({ beneficiary_id: beneficiaryId, wrapped }).execute()
  await trx.insertInto('vault.identity_field').values(rows).execute()
}
