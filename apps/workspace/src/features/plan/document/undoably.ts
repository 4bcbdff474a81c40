import { editOrigin, rootsOfRoom } from '@mreza/plan-document'
import * as Y from 'yjs'
import type { LiveRoom } from '../live/live-room.ts'

const asOne = 60_000

/** Runs an edit and gives the way back from it: what others wrote meanwhile stays. */
export const undoably = (room: LiveRoom, edit: () => void): (() => void) => {
  const roots = rootsOfRoom(room.room).map(({ name, kind }) => (kind === 'map' ? room.doc.getMap(name) : room.doc.getXmlFragment(name)))
  const manager = new Y.UndoManager(roots, { trackedOrigins: new Set([editOrigin]), captureTimeout: asOne })
  edit()
  manager.stopCapturing()
  return () => {
    manager.undo()
    manager.destroy()
  }
}
