import { asWorker, type Db } from '@mreza/db'
import { sql } from 'kysely'
import type { LoadedRoom } from './room-log.ts'
import type { PlansTables } from './tables.ts'

/** A document that was brought to another version. */
export interface UpgradedDocument {
  readonly version: number
  readonly state: Uint8Array
  /** The encoded state vector of `state`. */
  readonly vector: Uint8Array
}

/**
 * Puts an upgraded document in the place of the one it was made of, if that is still all there is, and lets the room begin anew:
 * whoever has it open in the older version cannot write any more (PL13). A room in which nothing was written stays at the beginning
 * of its log. False when somebody wrote or upgraded meanwhile.
 */
export const saveUpgraded = (
  worker: Db<PlansTables>,
  room: string,
  from: LoadedRoom,
  { version, state, vector }: UpgradedDocument,
  now: Date,
): Promise<boolean> =>
  asWorker(worker, async (trx) => {
    const { rows } = await sql<{ seq: number }>`
      update room set epoch = epoch + 1, seq = case seq when 0 then 0 else seq + 1 end, document_version = ${version}, changed_at = ${now.toISOString()}
      where id = ${room} and epoch = ${from.epoch} and seq = ${from.seq} and document_version = ${from.documentVersion}
      returning seq`.execute(trx)
    const [head] = rows
    if (head === undefined) return false
    await sql`
      insert into room_snapshot (room_id, case_id, room, seq, state, vector, at)
      select id, case_id, room, seq, ${Buffer.from(state)}, ${Buffer.from(vector)}, ${now.toISOString()} from room where id = ${room}
      on conflict (room_id) do update set seq = excluded.seq, state = excluded.state, vector = excluded.vector, at = excluded.at`.execute(
      trx,
    )
    await sql`delete from room_update where room_id = ${room} and seq <= ${head.seq}`.execute(trx)
    return true
  })
