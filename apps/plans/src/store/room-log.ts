import type { Append, Appended, RoomStore, StoredRoom } from '@mreza/collab'
import { asSubject, asWorker, type Db } from '@mreza/db'
import { sql } from 'kysely'
import type { LiveWho } from '../live/live-who.ts'
import type { PlansTables } from './tables.ts'

interface StoredRow {
  epoch: number
  seq: number
  state: Buffer | null
  tail: Buffer[] | null
}

/** A room as it is stored: snapshot and what follows it, of one moment. @throws when there is no such room */
export const loadRoom = async (worker: Db<PlansTables>, room: string): Promise<StoredRoom> => {
  const { rows } = await asWorker(worker, (trx) =>
    sql<StoredRow>`
      select r.epoch, r.seq, s.state,
        (select array_agg(u.update order by u.seq) from room_update u where u.room_id = r.id and u.seq > coalesce(s.seq, 0)) as tail
      from room r left join room_snapshot s on s.room_id = r.id
      where r.id = ${room}`.execute(trx),
  )
  const [row] = rows
  if (row === undefined) throw new Error('there is no such room')
  return { snapshot: row.state, tail: row.tail ?? [], seq: row.seq, epoch: row.epoch }
}

const after: (worker: Db<PlansTables>) => RoomStore<LiveWho>['after'] = (worker) => async (room, seq) => {
  const { rows } = await asWorker(worker, (trx) =>
    sql<{ head: number; seqs: number[] | null; tail: Buffer[] | null }>`
      select r.seq as head, array_agg(u.seq order by u.seq) filter (where u.seq is not null) as seqs,
        array_agg(u.update order by u.seq) filter (where u.seq is not null) as tail
      from room r left join room_update u on u.room_id = r.id and u.seq > ${seq}
      where r.id = ${room} group by r.seq`.execute(trx),
  )
  const [row] = rows
  if (row === undefined) throw new Error('there is no such room')
  const updates = row.tail ?? []
  return updates.length === row.head - seq ? { updates, lastSeq: row.head } : null
}

const behind: (worker: Db<PlansTables>) => RoomStore<LiveWho>['behind'] = (worker) => async (rooms) => {
  const ids = rooms.map(({ room }) => room)
  const seqs = rooms.map(({ seq }) => seq)
  const { rows } = await asWorker(worker, (trx) =>
    sql<{ id: string }>`
      select r.id from unnest(${ids}::uuid[], ${seqs}::bigint[]) known (id, seq)
      join room r on r.id = known.id where r.seq > known.seq`.execute(trx),
  )
  return rows.map(({ id }) => id)
}

/** What one connection adds in a batch. */
interface Share {
  readonly who: LiveWho
  readonly room: string
  readonly epoch: number
  readonly updates: Uint8Array[]
  /** The places in the batch, and how many updates of the share there are up to each. */
  readonly entries: { readonly place: number; readonly upTo: number }[]
}

/** Batches by connection, in the order of rooms and numbers, so that two instances never wait for each other in a circle. */
const sharesOf = (batch: readonly Append<LiveWho>[]): Share[] => {
  const shares = new Map<string, Share>()
  for (const [place, { room, epoch, who, updates }] of batch.entries()) {
    const key = `${room} ${String(who.clientId).padStart(10, '0')} ${who.lease}`
    const share = shares.get(key) ?? { who, room, epoch, updates: [], entries: [] }
    share.updates.push(...updates)
    share.entries.push({ place, upTo: share.updates.length })
    shares.set(key, share)
  }
  return [...shares.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, share]) => share)
}

interface AppendedRow {
  place: number
  last_seq: number | null
  refusal: 'right' | 'overtaken' | 'epoch' | null
}

const append: (runtime: Db<PlansTables>) => RoomStore<LiveWho>['append'] = (runtime) => async (batch) => {
  const shares = sharesOf(batch)
  const of = <T>(pick: (share: Share) => T) => shares.map(pick)
  const { rows } = await asSubject(runtime, '', (trx) =>
    sql<AppendedRow>`
      select * from append_updates(
        ${of(({ who }) => who.databaseKey)}::text[], ${of(({ room }) => room)}::uuid[], ${of(({ epoch }) => epoch)}::int[],
        ${of(({ who }) => who.clientId)}::bigint[], ${of(({ who }) => who.lease)}::int[], ${of(({ updates }) => updates.length)}::int[],
        ${shares.flatMap(({ updates }) => updates.map((update) => Buffer.from(update)))}::bytea[])`.execute(trx),
  )
  const results: Appended[] = batch.map(() => ({ refusal: 'right' }))
  for (const { place, last_seq: lastSeq, refusal } of rows) {
    const share = shares[place - 1]
    for (const entry of share?.entries ?? [])
      results[entry.place] =
        lastSeq === null ? { refusal: refusal ?? 'right' } : { lastSeq: lastSeq - (share?.updates.length ?? 0) + entry.upTo }
  }
  return results
}

/** The log of rooms in PostgreSQL. Reading is the worker's; each update is written in the name of its author (PL7, PL13). */
export const roomLog = (db: { readonly runtime: Db<PlansTables>; readonly worker: Db<PlansTables> }): RoomStore<LiveWho> => ({
  load: (room) => loadRoom(db.worker, room),
  after: after(db.worker),
  behind: behind(db.worker),
  append: append(db.runtime),
})
