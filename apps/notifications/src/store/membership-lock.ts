import type { Trx } from '@mreza/db'
import { sql } from 'kysely'

/** Any number that nothing else in the database locks. */
const memberships = 7_140_221_903

/** Until this transaction ends no membership changes: whoever announces sees all members, or is seen by the next change. */
export const whileMembershipsStay = async <T>(trx: Trx<T>): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(${memberships}::bigint)`.execute(trx)
}

/** Until this transaction ends nothing is announced: whoever changes a membership sees every announcement. */
export const whileNothingIsAnnounced = async <T>(trx: Trx<T>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${memberships}::bigint)`.execute(trx)
}
