import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { NatsConnection } from 'nats'
import { ensureStreams } from './streams.ts'

/** How far back a new store is filled; consumers' inboxes make what they have seen already harmless. */
const refillDays = 14

/**
 * Compares the broker's store with the one this schema last published to. If it is another one, or shorter than what it
 * acknowledged (its disk was lost or cut), the events of the last days wait again (rule D21).
 * Runs inside the relay's turn, so nobody publishes for this schema meanwhile.
 */
export const refillIfLost = async (trx: Trx<unknown>, schema: string, connection: NatsConnection): Promise<void> => {
  const state = sql.id(schema, 'relay_state')
  const known = (await sql<{ stream_made: string; last_seq: number }>`select stream_made, last_seq from ${state}`.execute(trx)).rows[0]
  const stream = await ensureStreams(connection)
  if (known !== undefined && known.stream_made === stream.created && known.last_seq <= stream.state.last_seq) return
  await sql`
    update ${sql.id(schema, 'outbox')} set published_at = null
    where published_at is not null and at > now() - make_interval(days => ${refillDays})`.execute(trx)
  await sql`
    insert into ${state} (stream_made, last_seq) values (${stream.created}, ${stream.state.last_seq})
    on conflict (only_row) do update set stream_made = excluded.stream_made, last_seq = excluded.last_seq`.execute(trx)
}
