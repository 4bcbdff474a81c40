import { refuseInIdentity } from '@mreza/contracts-identity'
import { type Db, newId, type Trx } from '@mreza/db'
import { sql } from 'kysely'
import { hashOf, newSecret } from '../sessions/secrets.ts'
import type { IdentityTables } from './tables.ts'

const hasAdministrator = async (db: Db<IdentityTables>): Promise<boolean> => {
  const found = await db
    .selectFrom('membership')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .where('ended_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

/** Makes the set-up token of this start if there is no administrator yet; the one of the start before is void (ID18). */
export const prepareSetUp = async (db: Db<IdentityTables>, now: Date): Promise<string | undefined> => {
  if (await hasAdministrator(db)) return undefined
  const token = newSecret()
  const made = { token_hash: hashOf(token), made_at: now, used_at: null }
  await db
    .insertInto('set_up')
    .values({ ...made, institution_id: newId<'InstitutionId'>() })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(made))
    .execute()
  return token
}

const openOne = (db: Db<IdentityTables>, token: string) =>
  db.selectFrom('set_up').where('token_hash', '=', hashOf(token)).where('used_at', 'is', null).select('institution_id')

/** Whether this is the token of the last start, unused. */
export const isSetUpToken = async (db: Db<IdentityTables>, token: string): Promise<boolean> =>
  (await openOne(db, token).executeTakeFirst()) !== undefined && !(await hasAdministrator(db))

/** Uses the token up, once, and gives the institution that stands for the installation itself. */
export const takeSetUp = async (trx: Trx<IdentityTables>, token: string, now: Date): Promise<string> => {
  const found = await openOne(trx, token).forUpdate().executeTakeFirst()
  if (found === undefined || (await hasAdministrator(trx))) throw refuseInIdentity('set-up-not-valid')
  await trx.updateTable('set_up').set({ used_at: now }).execute()
  return found.institution_id
}
