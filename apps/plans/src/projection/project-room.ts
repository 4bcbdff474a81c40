import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { emit } from '@mreza/bus'
import { civilDateOf } from '@mreza/calendar'
import type { CaseId, CivilDate, PlanId } from '@mreza/contracts-kernel'
import { activityAssigned, type PlanRoom, type PlanTemplate, planChanged } from '@mreza/contracts-plans'
import { asWorker, type Db, type Trx } from '@mreza/db'
import { readPlanContent } from '@mreza/plan-document'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { newAssignments, type ProjectedRoom, projectContent } from '../domain/projected-room.ts'
import { loadRoom } from '../store/room-log.ts'
import { keepContent, keepPlaces, knownAssignments, type PlaceInLog, replaceRows } from '../store/room-rows.ts'
import type { PlansTables } from '../store/tables.ts'

/** What is on disk of a document, in order, up to `seq`. */
export interface UpdatesTo {
  readonly updates: readonly Uint8Array[]
  readonly seq: number
}

interface RoomHead {
  plan_id: PlanId
  case_id: CaseId
  room: PlanRoom
}

const loadUpdates = async (worker: Db<PlansTables>, roomId: string): Promise<UpdatesTo> => {
  const { snapshot, tail, seq } = await loadRoom(worker, roomId)
  return { updates: snapshot === null ? tail : [snapshot, ...tail], seq }
}

const documentOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc({ gc: true })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const hashOf = (projected: ProjectedRoom) => createHash('sha256').update(JSON.stringify(projected)).digest()

const announce = async (trx: Trx<PlansTables>, head: RoomHead, roomId: string, projected: ProjectedRoom): Promise<void> => {
  const of = { planId: head.plan_id, caseId: head.case_id }
  for (const { id, responsibleInstitutionId, dueOn } of newAssignments(await knownAssignments(trx, roomId), projected.goals))
    if (responsibleInstitutionId !== null)
      await emit(trx, activityAssigned, { ...of, activityId: id, institutionId: responsibleInstitutionId, dueOn })
  await emit(trx, planChanged, { ...of, room: head.room })
}

/** The template that the plan of a room follows: what the core room's document says of it, as far as it was projected. */
const templateOfPlan = async (trx: Trx<PlansTables>, planId: PlanId): Promise<string | null> => {
  const core = await trx
    .selectFrom('room')
    .innerJoin('room_content', 'room_content.room_id', 'room.id')
    .select('room_content.template_id')
    .where('room.plan_id', '=', planId)
    .where('room.room', '=', 'core')
    .executeTakeFirst()
  return core?.template_id ?? null
}

const otherRooms = async (trx: Trx<PlansTables>, planId: PlanId, roomId: string): Promise<string[]> =>
  (await trx.selectFrom('room').select('id').where('plan_id', '=', planId).where('id', '!=', roomId).execute()).map(({ id }) => id)

/** What a room came to when it was projected last. */
interface Last {
  readonly room: PlanRoom
  readonly judgedBy: string | null
  readonly hash: Buffer
}

/** What projecting is done with. */
export interface Projecting {
  readonly worker: Db<PlansTables>
  readonly templates: ReadonlyMap<string, PlanTemplate>
  /** What rooms came to last. Most typing changes none of their rows, and with this it is seen without asking for them. */
  readonly last?: Map<string, Last>
}

const mostRemembered = 5_000

const remember = ({ last }: Projecting, roomId: string, came: Last): void => {
  if (last === undefined) return
  if (last.size >= mostRemembered) last.clear()
  last.set(roomId, came)
}

/** What is in memory of a room's document, up to where it is on disk; undefined when the room is not open here. */
export type PeekRoom = (roomId: string) => UpdatesTo | undefined

/** What a room came to if it came to the same as last; null when it did not, or is not known. */
const cameToTheSame = ({ templates, last }: Projecting, roomId: string, open: UpdatesTo | undefined, today: CivilDate) => {
  const known = last?.get(roomId)
  if (known === undefined || open === undefined) return null
  const template = known.judgedBy === null ? null : (templates.get(known.judgedBy) ?? null)
  const said = readPlanContent(documentOf(open.updates), known.room)
  return hashOf(projectContent(said, { template, today })).equals(known.hash) ? { roomId, seq: open.seq, ...known } : null
}

/**
 * Writes for all of these rooms at once up to where they are projected, if that is all that changed, and says which they are. The others
 * are for {@link projectRoom}. Takes a turn for each, so that nobody waits for all of them.
 */
export const moveRoomsOn = async (
  projecting: Projecting,
  roomIds: readonly string[],
  now: Date,
  peek: PeekRoom,
): Promise<ReadonlySet<string>> => {
  const today = civilDateOf(now.toISOString())
  const same: PlaceInLog[] = []
  for (const roomId of roomIds) {
    const came = cameToTheSame(projecting, roomId, peek(roomId), today)
    if (came !== null) same.push(came)
    await nextTurn()
  }
  return new Set(same.length === 0 ? [] : await keepPlaces(projecting.worker, same, now))
}

/**
 * Brings the rows of a room up to its document (PL9): one transaction with the events of what changed. Does nothing when the
 * rows are already of this place of the log or a later one, and announces nothing when they come out the same. Gives the rooms whose
 * gaps must be found anew, because the plan follows another template now.
 * @param open what of the document is in memory, if it is; it is loaded otherwise
 */
export const projectRoom = async (projecting: Projecting, roomId: string, now: Date, open?: UpdatesTo): Promise<string[]> => {
  const { worker, templates } = projecting
  const stored = open ?? (await loadUpdates(worker, roomId))
  const { updates, seq } = stored
  return asWorker(worker, async (trx) => {
    const head: RoomHead = await trx
      .selectFrom('room')
      .select(['plan_id', 'case_id', 'room'])
      .where('id', '=', roomId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const before = await trx
      .selectFrom('room_content')
      .select(['seq', 'content_hash', 'template_id', 'judged_by'])
      .where('room_id', '=', roomId)
      .executeTakeFirst()
    if (before !== undefined && before.seq > seq) return []
    const said = readPlanContent(documentOf(updates), head.room)
    const judgedBy = head.room === 'core' ? said.templateId : await templateOfPlan(trx, head.plan_id)
    if (before?.seq === seq && before.judged_by === judgedBy) return []
    const template = judgedBy === null ? null : (templates.get(judgedBy) ?? null)
    const projected = projectContent(said, { template, today: civilDateOf(now.toISOString()) })
    const hash = hashOf(projected)
    const key = { room_id: roomId, case_id: head.case_id, room: head.room }
    if (before === undefined || !hash.equals(before.content_hash)) {
      await announce(trx, head, roomId, projected)
      await replaceRows(trx, key, projected)
    }
    remember(projecting, roomId, { room: head.room, judgedBy, hash })
    await keepContent(trx, key, { seq, content_hash: hash, judged_by: judgedBy, projected_at: now.toISOString() }, projected)
    return head.room === 'core' && (before?.template_id ?? null) !== said.templateId ? otherRooms(trx, head.plan_id, roomId) : []
  })
}

/** Rooms whose rows are behind their log, or whose gaps were found by another template than the plan's, quiet since `before`; at most 20. */
export const roomsToProject = async (worker: Db<PlansTables>, before: Date): Promise<string[]> => {
  const { rows } = await asWorker(worker, (trx) =>
    sql<{ id: string }>`
      select r.id from room r left join room_content c on c.room_id = r.id
      join room core on core.plan_id = r.plan_id and core.room = 'core' left join room_content said on said.room_id = core.id
      where (r.seq > coalesce(c.seq, 0) or c.judged_by is distinct from said.template_id) and r.changed_at < ${before.toISOString()}
      limit 20`.execute(trx),
  )
  return rows.map(({ id }) => id)
}
