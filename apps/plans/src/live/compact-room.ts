import { type Replayed, replay } from '@mreza/collab'
import { asWorker, type Db } from '@mreza/db'
import { sql } from 'kysely'
import { loadRoom, saveCompacted } from '../store/room-log.ts'
import type { PlansTables } from '../store/tables.ts'

/** Plays updates into one encoding without what was deleted; null when they do not fit together. */
type Replay = (updates: readonly Uint8Array[]) => Replayed | null | Promise<Replayed | null>

/**
 * Replays a room into a fresh document that forgets what was deleted, stores its encoding as the snapshot and drops the log
 * that it covers, in one transaction (rule D17, PL12). It may be open and written meanwhile: what comes later stays in the log.
 * Running it twice, or on two instances at once, changes nothing more. False when the room holds something that cannot be
 * replayed; it is then left as it is.
 * @param play where a large room is played beside the work; here and now unless told
 */
export const compactRoom = async (worker: Db<PlansTables>, room: string, now: Date, play: Replay = replay): Promise<boolean> => {
  const { snapshot, tail, seq, epoch } = await loadRoom(worker, room)
  const replayed = await play(snapshot === null ? tail : [snapshot, ...tail])
  if (replayed === null) return false
  await saveCompacted(worker, room, { seq, epoch, state: replayed.update, vector: replayed.vector }, now)
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
