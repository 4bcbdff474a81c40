import type { PlanId } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import { sql } from 'kysely'
import * as Y from 'yjs'
import type { World } from '../../../apps/plans/src/service-for-tests.ts'
import { loadRoom } from '../../../apps/plans/src/store/room-log.ts'
import type { PlansTables } from '../../../apps/plans/src/store/tables.ts'

/** The id under which a room of a plan is stored. */
export const roomIdOf = async ({ database }: World, planId: PlanId, room: PlanRoom): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from plans.room where plan_id = ${planId} and room = ${room}`.execute(database.admin)
  const [row] = rows
  if (row === undefined) throw new Error(`the plan has no room ${room}`)
  return row.id
}

/** The document that the disk holds now: snapshot and log, replayed. */
export const storedDoc = async ({ database }: World, roomId: string): Promise<Y.Doc> => {
  const { snapshot, tail } = await loadRoom(database.pools<PlansTables>('plans').worker, roomId)
  const doc = new Y.Doc()
  for (const update of snapshot === null ? tail : [snapshot, ...tail]) Y.applyUpdate(doc, update)
  return doc
}
