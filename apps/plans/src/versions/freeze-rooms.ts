import type { InstitutionId, PlanId } from '@mreza/contracts-kernel'
import { PlanRoom } from '@mreza/contracts-plans'
import { asWorker, type Db } from '@mreza/db'
import { type PlanContent, readPlanContent, roomText, upgradeDocument } from '@mreza/plan-document'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { institutionsAsked } from '../domain/approval.ts'
import { roomHash } from '../domain/version-hash.ts'
import { loadRoom } from '../store/room-log.ts'
import type { PlansTables } from '../store/tables.ts'

/** A room as it is on disk at one moment, in an encoding that has forgotten what was deleted. */
export interface FrozenRoom {
  readonly roomId: string
  readonly room: PlanRoom
  readonly seq: number
  readonly state: Uint8Array
  readonly hash: Buffer
  readonly content: PlanContent
  /** Institutions that wrote in it since the version before. */
  readonly writers: readonly InstitutionId[]
  /** Institutions that carry an open activity in it. */
  readonly asked: readonly InstitutionId[]
}

interface Before {
  readonly seq: number
  readonly state: Buffer | null
}

const documentOf = (snapshot: Uint8Array | null, tail: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc({ gc: true })
  for (const update of snapshot === null ? tail : [snapshot, ...tail]) Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('a room cannot be replayed')
  upgradeDocument(doc)
  return doc
}

/** The numbers under which something was added since a state: the log of it may be compacted away by now. */
const addedSince = (doc: Y.Doc, { state }: Before): number[] => {
  const before = state === null ? new Map<number, number>() : Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
  const now = Y.decodeStateVector(Y.encodeStateVector(doc))
  return [...now].flatMap(([client, clock]) => (clock > (before.get(client) ?? 0) ? [client] : []))
}

const lastVersionOf = async (worker: Db<PlansTables>, roomId: string): Promise<Before> => {
  const row = await asWorker(worker, (trx) =>
    trx
      .selectFrom('version_room')
      .select(['seq', 'state'])
      .where('room_id', '=', roomId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return row ?? { seq: 0, state: null }
}

/** Whose those numbers are, and whose the changes still in the log: who only deletes adds nothing. */
const writersOf = async (worker: Db<PlansTables>, roomId: string, numbers: readonly number[], seq: number): Promise<InstitutionId[]> => {
  const { rows } = await asWorker(worker, (trx) =>
    sql<{ institution_id: InstitutionId }>`
      select institution_id from client_issue where room_id = ${roomId} and client_id = any (${numbers}::bigint[])
      union select institution_id from room_update where room_id = ${roomId} and seq > ${seq} order by 1`.execute(trx),
  )
  return rows.map((row) => row.institution_id)
}

interface RoomDocument extends Pick<FrozenRoom, 'roomId' | 'room' | 'seq'> {
  readonly salt: Buffer
  readonly doc: Y.Doc
}

/** The documents of a plan as they are on disk, in the order of rooms. */
const documentsOfPlan = async (worker: Db<PlansTables>, planId: PlanId): Promise<RoomDocument[]> => {
  const rooms = await asWorker(worker, (trx) =>
    trx.selectFrom('room').select(['id', 'room', 'salt']).where('plan_id', '=', planId).execute(),
  )
  const found: RoomDocument[] = []
  for (const name of PlanRoom.options)
    for (const { id, room, salt } of rooms.filter((each) => each.room === name)) {
      const { snapshot, tail, seq } = await loadRoom(worker, id)
      found.push({ roomId: id, room, salt, seq, doc: documentOf(snapshot, tail) })
    }
  return found
}

const freezeRoom = async (worker: Db<PlansTables>, { roomId, room, salt, seq, doc }: RoomDocument): Promise<FrozenRoom> => {
  const before = await lastVersionOf(worker, roomId)
  const content = readPlanContent(doc, room)
  const writers = seq > before.seq ? await writersOf(worker, roomId, addedSince(doc, before), before.seq) : []
  const hash = roomHash(salt, roomText(doc, room))
  return { roomId, room, seq, state: Y.encodeStateAsUpdate(doc), hash, content, writers, asked: institutionsAsked(content) }
}

/** All rooms of a plan as they are on disk, in the order of rooms; each of one moment, while people go on writing. */
export const freezeRooms = async (worker: Db<PlansTables>, planId: PlanId): Promise<FrozenRoom[]> => {
  const frozen: FrozenRoom[] = []
  for (const document of await documentsOfPlan(worker, planId)) frozen.push(await freezeRoom(worker, document))
  return frozen
}

/** What all rooms of a plan say on disk now, without freezing them. */
export const readRooms = async (worker: Db<PlansTables>, planId: PlanId): Promise<Pick<FrozenRoom, 'room' | 'content'>[]> =>
  (await documentsOfPlan(worker, planId)).map(({ room, doc }) => ({ room, content: readPlanContent(doc, room) }))
