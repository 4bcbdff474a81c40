import type { InstitutionId, PlanId } from '@mreza/contracts-kernel'
import type { VersionId } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import { type Selectable, sql } from 'kysely'
import type { FrozenRoom } from '../versions/freeze-rooms.ts'
import type { PlansTables } from './tables.ts'
import type { CopyHandedTable, SignOffTable, VersionRoomTable, VersionTable } from './version-tables.ts'

export type VersionRow = Selectable<VersionTable>
/** A room of a version without its state. */
export type VersionRoomRow = Omit<Selectable<VersionRoomTable>, 'state'>

/** What of a version is open to the person of this transaction. */
export interface StoredVersion {
  readonly row: VersionRow
  readonly rooms: readonly VersionRoomRow[]
  readonly signOffs: readonly Selectable<SignOffTable>[]
  readonly copies: readonly Selectable<CopyHandedTable>[]
}

const mostVersions = 200

/** Stores a version with its rooms. */
export const insertVersion = async (trx: Trx<PlansTables>, row: VersionRow, rooms: readonly FrozenRoom[]): Promise<void> => {
  await trx.insertInto('version').values(row).execute()
  for (const { roomId, room, seq, state, hash, writers, asked } of rooms) {
    const of = { version_id: row.id, room_id: roomId, case_id: row.case_id, room }
    const kept = { seq, state: Buffer.from(state), hash, writers: [...writers], asked: [...asked] }
    await trx
      .insertInto('version_room')
      .values({ ...of, ...kept })
      .execute()
  }
}

/** Lets one transaction after another add versions to a plan. */
export const lockVersions = async (trx: Trx<PlansTables>, planId: PlanId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plans.versions.${planId}`}, 0))`.execute(trx)
}

/** The approved version of a plan that counts now, if there is one. */
export const lastApproved = (trx: Trx<PlansTables>, planId: PlanId): Promise<VersionRow | undefined> =>
  trx
    .selectFrom('version')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('kind', '=', 'approved')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const beside = async (trx: Trx<PlansTables>, rows: readonly VersionRow[]): Promise<StoredVersion[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const rooms = await trx
    .selectFrom('version_room')
    .select(['version_id', 'room_id', 'case_id', 'room', 'seq', 'hash', 'writers', 'asked'])
    .where('version_id', 'in', ids)
    .execute()
  const signOffs = await trx.selectFrom('sign_off').selectAll().where('version_id', 'in', ids).orderBy('at').execute()
  const copies = await trx.selectFrom('copy_handed').selectAll().where('version_id', 'in', ids).orderBy('at').execute()
  const of = <Row extends { version_id: VersionId }>(all: readonly Row[], id: VersionId) => all.filter((each) => each.version_id === id)
  return rows.map((row) => ({ row, rooms: of(rooms, row.id), signOffs: of(signOffs, row.id), copies: of(copies, row.id) }))
}

/** The versions of a plan, the newest first. */
export const versionsOf = async (trx: Trx<PlansTables>, planId: PlanId): Promise<StoredVersion[]> =>
  beside(
    trx,
    await trx
      .selectFrom('version')
      .selectAll()
      .where('plan_id', '=', planId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostVersions)
      .execute(),
  )

/** One version, if it is visible. */
export const versionById = async (trx: Trx<PlansTables>, id: VersionId): Promise<StoredVersion | undefined> =>
  (await beside(trx, await trx.selectFrom('version').selectAll().where('id', '=', id).execute()))[0]

/** The rooms of a version that are open to the person of this transaction, with their states. */
export const roomStates = (trx: Trx<PlansTables>, id: VersionId): Promise<(Selectable<VersionRoomTable> & { salt: Buffer })[]> =>
  trx
    .selectFrom('version_room')
    .innerJoin('room', 'room.id', 'version_room.room_id')
    .selectAll('version_room')
    .select('room.salt')
    .where('version_id', '=', id)
    .execute()

/** Puts an institution's name to a version; false when it is there already. */
export const insertSignOff = async (trx: Trx<PlansTables>, row: Selectable<SignOffTable>): Promise<boolean> => {
  const made = await trx
    .insertInto('sign_off')
    .values(row)
    .onConflict((same) => same.columns(['version_id', 'institution_id']).doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes the automatic points of a plan away, all of them: with them go the words that were deleted since (PL12). Worker only. */
export const dropAutomaticPoints = async (trx: Trx<PlansTables>, planId: PlanId): Promise<void> => {
  await trx.deleteFrom('version').where('plan_id', '=', planId).where('kind', '=', 'automatic').execute()
}

/** Takes automatic points away that were made before this moment, of all plans (PL12). Worker only. */
export const dropPointsBefore = async (trx: Trx<PlansTables>, before: Date): Promise<void> => {
  await trx.deleteFrom('version').where('kind', '=', 'automatic').where('at', '<=', before.toISOString()).execute()
}

/** The code of a case as conferences announced it, if it was heard of. */
export const caseCodeOf = async (trx: Trx<PlansTables>, caseId: VersionRow['case_id']): Promise<string | null> =>
  (await trx.selectFrom('case_code').select('code').where('case_id', '=', caseId).executeTakeFirst())?.code ?? null

/** Keeps the code of a case; it never changes. */
export const keepCaseCode = async (trx: Trx<PlansTables>, caseId: VersionRow['case_id'], code: string): Promise<void> => {
  await trx
    .insertInto('case_code')
    .values({ case_id: caseId, code })
    .onConflict((same) => same.column('case_id').doNothing())
    .execute()
}

/** Sections of a case that an institution may open, as conferences announced it. */
export const sectionsHeldBy = async (trx: Trx<PlansTables>, caseId: VersionRow['case_id'], institutionId: InstitutionId) => {
  const rows = await trx
    .selectFrom('holder')
    .select('sections')
    .where('case_id', '=', caseId)
    .where('institution_id', '=', institutionId)
    .where('ended', '=', false)
    .execute()
  return new Set(rows.flatMap(({ sections }) => sections))
}
