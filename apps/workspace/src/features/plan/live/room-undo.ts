import { editOrigin } from '@mreza/plan-document'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** What one types within this many milliseconds is taken back together. */
const together = 600

/**
 * One undo for a whole room: what was typed in its texts (the binding of the editors is the origin) and what was set in its fields. What
 * others did comes over the line, under another origin, and is never taken back.
 */
export const undoOf = (doc: Y.Doc): Y.UndoManager =>
  new Y.UndoManager(doc, { trackedOrigins: new Set([ySyncPluginKey, editOrigin]), captureTimeout: together })
