import type { ConferencesDb } from '../store/executors.ts'
import type { Parts } from './parts.ts'

/** The pool of the vault's own role; without it the service was put together wrongly. */
export const vaultOf = ({ db }: Parts): ConferencesDb => {
  if (db.vault === undefined) throw new Error('the conferences service needs the pool of the vault role')
  return db.vault
}
