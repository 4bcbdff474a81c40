import { asWorker, type Db } from '@mreza/db'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { loadRoom } from '../store/room-log.ts'
import type { PlansTables } from '../store/tables.ts'

const encodeFresh = (updates: readonly Uint8Array[]): Uint8Array | null => {
  const doc = new Y.Doc({ gc: true })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.store.pendingStructs === null && doc.store.pendingDs === null ? Y.encodeStateAsUpdate(doc) : null
}

/**
 * Replays a room into a fresh document that forgets what was deleted, stores its encoding as the snapshot and drops the log
 * that it covers, in one transaction (rule D17, PL12). Running it twice, or on two instances at once, changes nothing more.
 * False when the room holds something that cannot be replayed; it is then left as it is.
 */
export const compactRoom = async (worker: Db<PlansTables>, room: string, now: Date): Promise<boolean> => {
  const stored = await loadRoom(worker, room)
  const state = encodeFresh(stored.snapshot === null ? stored.tail : [stored.snapshot, ...stored.tail])
  if (state === null) return false
  await asWorker(worker, async (trx) => {
    await sql`
      insert into room_snapshot (room_id, case_id, room, seq, state, at)
      select r.id, r.case_id, r.room, ${stored.seq}, ${Buffer.from(state)}, ${now.toISOString()} from room r where r.id = ${room} and r.epoch = ${stored.epoch}
      on conflict (room_id) do update set seq = excluded.seq, state = excluded.state, at = excluded.at
        where room_snapshot.seq < excluded.seq`.execute(trx)
    await sql`
      delete from room_update u using room_snapshot s
      where u.room_id = ${room} and s.room_id = u.room_id and u.seq <= s.seq`.execute(trx)
  })
  return true
}

/** Rooms whose log is long, or holds something older than `before`: at most 20, the oldest first. */
export const roomsToCompact = async (worker: Db<PlansTables>, before: Date, longest: number): Promise<string[]> => {
  const { rows } = await asWorker(worker, (trx) =>
    sql<{ room_id: string }>`
      select room_id from room_update group by room_id
      having count(*) >= ${longest} or min(at) < ${before.toISOString()}
      order by min(at) limit 20`.execute(trx),
  )
  return rows.map(({ room_id }) => room_id)
}
