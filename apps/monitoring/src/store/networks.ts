import type { NetworkId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Remembers that we heard of a network at this moment: from then on its figures are counted. */
export const hearOf = async (trx: Trx<Tables>, networkId: NetworkId, at: string): Promise<void> => {
  await trx
    .insertInto('tracked_network')
    .values({ network_id: networkId, heard_at: at })
    .onConflict((conflict) =>
      conflict.column('network_id').doUpdateSet({ heard_at: sql<string>`greatest(tracked_network.heard_at, excluded.heard_at)` }),
    )
    .execute()
}

/** When we last heard of a network; nothing when never. */
export const lastHeardOf = async (trx: Trx<Tables>, networkId: NetworkId): Promise<string | undefined> => {
  const row = await trx.selectFrom('tracked_network').select('heard_at').where('network_id', '=', networkId).executeTakeFirst()
  return row?.heard_at
}
