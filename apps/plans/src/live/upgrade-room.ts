import type { Db } from '@mreza/db'
import { planDocumentVersion, upgradeDocument } from '@mreza/plan-document'
import * as Y from 'yjs'
import { type LoadedRoom, loadRoom } from '../store/room-log.ts'
import type { PlansTables } from '../store/tables.ts'
import { saveUpgraded, type UpgradedDocument } from '../store/upgraded-rooms.ts'

/** The number under which the server itself writes. Those that are issued begin at 1, so nobody else ever has it (PL5). */
const serversNumber = 0

const upgraded = ({ snapshot, tail }: LoadedRoom): UpgradedDocument => {
  const doc = new Y.Doc({ gc: true })
  doc.clientID = serversNumber
  for (const update of snapshot === null ? tail : [snapshot, ...tail]) Y.applyUpdate(doc, update)
  upgradeDocument(doc)
  return { version: planDocumentVersion, state: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc) }
}

/**
 * A room as it is stored, in the version of the document that this code reads (PL10). One that is older is upgraded first, once,
 * whoever comes at the same time. @throws when there is no such room, or it is newer than this code
 */
export const loadUpgradedRoom = async (worker: Db<PlansTables>, room: string, now: Date): Promise<LoadedRoom> => {
  for (;;) {
    const stored = await loadRoom(worker, room)
    if (stored.documentVersion > planDocumentVersion) throw new Error(`a room is of version ${stored.documentVersion}`)
    if (stored.documentVersion === planDocumentVersion) return stored
    await saveUpgraded(worker, room, stored, upgraded(stored), now)
  }
}
