import type { Db, Trx } from '@mreza/db'
import { hashOf, newSecret } from '../sessions/secrets.ts'
import type { IdentityTables } from './tables.ts'

/** Gives a session a new token if `from` is still its present one; false when somebody else was quicker (ID14). */
export const rotateToken = async (
  db: Db<IdentityTables>,
  { id, from, to, now }: { readonly id: string; readonly from: string; readonly to: string; readonly now: Date },
): Promise<boolean> => {
  const result = await db
    .updateTable('session')
    .set({ token_hash: hashOf(to), previous_token_hash: hashOf(from), rotated_at: now })
    .where('id', '=', id)
    .where('token_hash', '=', hashOf(from))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Notes that a session was used: it now lasts, unused, until `idleUntil`. */
export const noteUse = async (db: Db<IdentityTables>, id: string, idleUntil: Date): Promise<void> => {
  await db
    .updateTable('session')
    .set({ idle_until: idleUntil })
    .where('id', '=', id)
    .where('idle_until', '<', idleUntil.toISOString())
    .execute()
}

/** Ends one session. False when it had ended before. */
export const revokeSession = async (trx: Trx<IdentityTables>, id: string, now: Date): Promise<boolean> => {
  const result = await trx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ends every session that acts in a membership and gives their ids. */
export const revokeSessionsOf = async (trx: Trx<IdentityTables>, membershipId: string, now: Date): Promise<string[]> => {
  const rows = await trx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('membership_id', '=', membershipId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Lets a session act in another membership, under a new token at once and without grace for the old one; gives the token. */
export const moveSession = async (trx: Trx<IdentityTables>, id: string, membershipId: string, now: Date): Promise<string> => {
  const token = newSecret()
  await trx
    .updateTable('session')
    .set({ membership_id: membershipId, token_hash: hashOf(token), previous_token_hash: null, rotated_at: now })
    .where('id', '=', id)
    .execute()
  return token
}
