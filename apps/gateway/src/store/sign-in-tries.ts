import type { Db, Trx } from '@mreza/db'
import { sql } from 'kysely'
import { isThrottled, throttle } from '../domain/throttle.ts'
import { hashOf } from '../sessions/secrets.ts'
import type { IdentityTables, SignInTryTable } from './tables.ts'

type Scope = SignInTryTable['scope']

const count = async (trx: Trx<IdentityTables>, scope: Scope, key: Buffer, since: Date): Promise<number> => {
  const row = await trx
    .selectFrom('sign_in_try')
    .where('scope', '=', scope)
    .where('key_hash', '=', key)
    .where('at', '>', since.toISOString())
    .select((select) => select.fn.countAll<number>().as('tries'))
    .executeTakeFirstOrThrow()
  return row.tries
}

/** One at a time for each key, so that tries in parallel are counted too. */
const queueUp = (trx: Trx<IdentityTables>, key: Buffer) =>
  sql`select pg_advisory_xact_lock(${key.readInt32BE(0)}, ${key.readInt32BE(4)})`.execute(trx)

/**
 * Counts one more try for the account's address and the network address; false when either has had too many already (ID4).
 * Addresses are kept as hashes and for an hour or two only (`forgetOldSessions`).
 */
export const countTry = async (trx: Trx<IdentityTables>, email: string, address: string, now: Date): Promise<boolean> => {
  const since = new Date(now.getTime() - throttle.windowMs)
  const keys = { account: hashOf(`account ${email}`), address: hashOf(`address ${address}`) }
  for (const key of [keys.account, keys.address].sort(Buffer.compare)) await queueUp(trx, key)
  const tries = { account: await count(trx, 'account', keys.account, since), address: await count(trx, 'address', keys.address, since) }
  if (isThrottled(tries)) return false
  await trx
    .insertInto('sign_in_try')
    .values([
      { scope: 'account', key_hash: keys.account, at: now },
      { scope: 'address', key_hash: keys.address, at: now },
    ])
    .execute()
  return true
}

/** Forgets the tries for an account's address once its owner is in. */
export const forgetTries = async (db: Db<IdentityTables>, email: string): Promise<void> => {
  await db
    .deleteFrom('sign_in_try')
    .where('scope', '=', 'account')
    .where('key_hash', '=', hashOf(`account ${email}`))
    .execute()
}
