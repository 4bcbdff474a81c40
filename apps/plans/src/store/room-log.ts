import type { Append, Appended, Compacted, RoomStore, StoredRoom } from '@mreza/collab'
import { asWorker, type Db, inOneStatement } from '@mreza/db'
import { sql } from 'kysely'
import type { LiveWho } from '../live/live-who.ts'
import type { PlansTables } from './tables.ts'

interface StoredRow {
  epoch: number
  seq: number
  document_version: number
  state: Buffer | null
  vector: Buffer | null
  tail: Buffer[] | null
}

/** A room as it is stored, with the version that its document is in. */
export interface LoadedRoom extends StoredRoom {
  readonly documentVersion: number
}

/** A room as it is stored: snapshot and what follows it, of one moment, for it is one statement. @throws when there is no such room */
export const loadRoom = async (worker: Db<PlansTables>, room: string): Promise<LoadedRoom> => {
  const { rows } = await sql<StoredRow>`
    select r.epoch, r.seq, r.document_version, s.state, s.vector,
      (select array_agg(u.update order by u.seq) from room_update u where u.room_id = r.id and u.seq > coalesce(s.seq, 0)) as tail
    from room r left join room_snapshot s on s.room_id = r.id
    where r.id = ${room}`.execute(worker)
  const [row] = rows
  if (row === undefined) throw new Error('there is no such room')
  const { state: snapshot, vector, seq, epoch, document_version: documentVersion } = row
  return { snapshot, vector, tail: row.tail ?? [], seq, epoch, documentVersion }
}

const after: (worker: Db<PlansTables>) => RoomStore<LiveWho>['after'] = (worker) => async (room, seq) => {
  const { rows } = await sql<{ head: number; tail: Buffer[] | null }>`
    select r.seq as head, array_agg(u.update order by u.seq) filter (where u.seq is not null) as tail
    from room r left join room_update u on u.room_id = r.id and u.seq > ${seq}
    where r.id = ${room} group by r.seq`.execute(worker)
  const [row] = rows
  if (row === undefined) throw new Error('there is no such room')
  const updates = row.tail ?? []
  return updates.length === row.head - seq ? { updates, lastSeq: row.head } : null
}

const behind: (worker: Db<PlansTables>) => RoomStore<LiveWho>['behind'] = (worker) => async (rooms) => {
  const ids = rooms.map(({ room }) => room)
  const seqs = rooms.map(({ seq }) => seq)
  const question = sql<{ id: string }>`
    select r.id from unnest(${ids}::uuid[], ${seqs}::bigint[]) known (id, seq)
    join room r on r.id = known.id where r.seq > known.seq`
  const rows = await inOneStatement(worker, 'rooms behind', question)
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

/** Where each of these begins in all of them together, counted from 1. */
const startsOf = (parts: readonly Uint8Array[]): number[] => {
  let next = 1
  return parts.map(({ byteLength }) => {
    next += byteLength
    return next - byteLength
  })
}

/** One statement, and so one transaction, in which each row goes in by the key of its author. */
const appendShares = (worker: Db<PlansTables>, shares: readonly Share[]): Promise<readonly AppendedRow[]> => {
  const of = <T>(pick: (share: Share) => T) => shares.map(pick)
  const updates = shares.flatMap((share) => share.updates)
  const statement = sql<AppendedRow>`
    select * from append_rows(
      ${of(({ who }) => who.databaseKey)}::text[], ${of(({ room }) => room)}::uuid[], ${of(({ epoch }) => epoch)}::int[],
      ${of(({ who }) => who.clientId)}::bigint[], ${of(({ who }) => who.lease)}::int[], ${of((share) => share.updates.length)}::int[],
      ${startsOf(updates)}::int[], ${updates.map(({ byteLength }) => byteLength)}::int[], ${Buffer.concat(updates)}::bytea)`
  return inOneStatement(worker, 'append rows', statement)
}

const closedToAuthor = '42501'
const isClosed = (cause: unknown): boolean => (cause as { code?: unknown } | null)?.code === closedToAuthor

/** All at once; where the log is closed to one of the authors, each by itself, so that only that one is refused. */
const appendEach = async (worker: Db<PlansTables>, shares: readonly Share[]): Promise<readonly AppendedRow[]> => {
  try {
    return await appendShares(worker, shares)
  } catch (cause) {
    if (!isClosed(cause)) throw cause
    if (shares.length === 1) return [{ place: 1, last_seq: null, refusal: 'right' }]
  }
  const rows: AppendedRow[] = []
  for (const [at, share] of shares.entries()) for (const row of await appendEach(worker, [share])) rows.push({ ...row, place: at + 1 })
  return rows
}

const append: (worker: Db<PlansTables>) => RoomStore<LiveWho>['append'] = (worker) => async (batch) => {
  const shares = sharesOf(batch)
  const results: Appended[] = batch.map(() => ({ refusal: 'right' }))
  for (const { place, last_seq: lastSeq, refusal } of await appendEach(worker, shares)) {
    const share = shares[place - 1]
    for (const entry of share?.entries ?? [])
      results[entry.place] =
        lastSeq === null ? { refusal: refusal ?? 'right' } : { lastSeq: lastSeq - (share?.updates.length ?? 0) + entry.upTo }
  }
  return results
}

/** Puts a snapshot in the place of what it covers, in one transaction; nothing where there is a later one or the room began anew. */
export const saveCompacted = async (
  worker: Db<PlansTables>,
  room: string,
  { seq, epoch, state, vector }: Compacted,
  now: Date,
): Promise<void> => {
  await asWorker(worker, async (trx) => {
    await sql`
      insert into room_snapshot (room_id, case_id, room, seq, state, vector, at)
      select r.id, r.case_id, r.room, ${seq}, ${Buffer.from(state)}, ${Buffer.from(vector)}, ${now.toISOString()}
        from room r where r.id = ${room} and r.epoch = ${epoch}
      on conflict (room_id) do update set seq = excluded.seq, state = excluded.state, vector = excluded.vector, at = excluded.at
        where room_snapshot.seq < excluded.seq`.execute(trx)
    await sql`
      delete from room_update u using room_snapshot s
      where u.room_id = ${room} and s.room_id = u.room_id and u.seq <= s.seq`.execute(trx)
  })
}

/**
 * The log of rooms in PostgreSQL. The service reads it; each update is written in the name of its author (PL7, PL13).
 * @param load how a room is loaded: {@link loadRoom}, and what must be done before anybody joins
 */
export const roomLog = (worker: Db<PlansTables>, load: RoomStore<LiveWho>['load'], now: () => Date): RoomStore<LiveWho> => ({
  load,
  after: after(worker),
  behind: behind(worker),
  append: append(worker),
  compact: (room, compacted) => saveCompacted(worker, room, compacted, now()),
})
