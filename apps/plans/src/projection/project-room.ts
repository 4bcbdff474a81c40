import { createHash } from 'node:crypto'
import { emit } from '@mreza/bus'
import type { CaseId, PlanId } from '@mreza/contracts-kernel'
import { activityAssigned, type PlanRoom, planChanged } from '@mreza/contracts-plans'
import { asWorker, type Db, type Trx } from '@mreza/db'
import { readPlanContent } from '@mreza/plan-document'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { newAssignments, type ProjectedRoom, projectContent } from '../domain/projected-room.ts'
import { loadRoom } from '../store/room-log.ts'
import { knownAssignments, replaceRows } from '../store/room-rows.ts'
import type { PlansTables } from '../store/tables.ts'

/** A document as it is on disk up to `seq`. */
export interface DocumentAt {
  readonly doc: Y.Doc
  readonly seq: number
}

interface RoomHead {
  plan_id: PlanId
  case_id: CaseId
  room: PlanRoom
}

const loadDocument = async (worker: Db<PlansTables>, roomId: string): Promise<DocumentAt> => {
  const { snapshot, tail, seq } = await loadRoom(worker, roomId)
  const doc = new Y.Doc({ gc: true })
  for (const update of snapshot === null ? tail : [snapshot, ...tail]) Y.applyUpdate(doc, update)
  return { doc, seq }
}

const hashOf = (projected: ProjectedRoom) => createHash('sha256').update(JSON.stringify(projected)).digest()

const announce = async (trx: Trx<PlansTables>, head: RoomHead, roomId: string, projected: ProjectedRoom): Promise<void> => {
  const of = { planId: head.plan_id, caseId: head.case_id }
  for (const { id, responsibleInstitutionId, dueOn } of newAssignments(await knownAssignments(trx, roomId), projected.goals))
    if (responsibleInstitutionId !== null)
      await emit(trx, activityAssigned, { ...of, activityId: id, institutionId: responsibleInstitutionId, dueOn })
  await emit(trx, planChanged, { ...of, room: head.room })
}

/**
 * Brings the rows of a room up to its document (PL9): one transaction with the events of what changed. Does nothing when the
 * rows are already of this place of the log or a later one, and announces nothing when they come out the same.
 * @param open the document in memory, if there is one; it is loaded otherwise
 */
export const projectRoom = async (worker: Db<PlansTables>, roomId: string, now: Date, open?: DocumentAt): Promise<void> => {
  const { doc, seq } = open ?? (await loadDocument(worker, roomId))
  await asWorker(worker, async (trx) => {
    const head: RoomHead = await trx
      .selectFrom('room')
      .select(['plan_id', 'case_id', 'room'])
      .where('id', '=', roomId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const before = await trx.selectFrom('room_content').select(['seq', 'content_hash']).where('room_id', '=', roomId).executeTakeFirst()
    if (before !== undefined && before.seq >= seq) return
    const projected = projectContent(readPlanContent(doc, head.room))
    const hash = hashOf(projected)
    const key = { room_id: roomId, case_id: head.case_id, room: head.room }
    if (before === undefined || !hash.equals(before.content_hash)) {
      await announce(trx, head, roomId, projected)
      await replaceRows(trx, key, projected)
    }
    const { wishes, participation } = projected
    const content = { seq, content_hash: hash, wishes, participation, projected_at: now.toISOString() }
    await trx
      .insertInto('room_content')
      .values({ ...key, ...content })
      .onConflict((same) => same.column('room_id').doUpdateSet(content))
      .execute()
  })
}

/** Rooms whose rows are behind their log, and that have been quiet since `before`; at most 20. */
export const roomsToProject = async (worker: Db<PlansTables>, before: Date): Promise<string[]> => {
  const { rows } = await asWorker(worker, (trx) =>
    sql<{ id: string }>`
      select r.id from room r left join room_content c on c.room_id = r.id
      where r.seq > coalesce(c.seq, 0) and r.changed_at < ${before.toISOString()} limit 20`.execute(trx),
  )
  return rows.map(({ id }) => id)
}
