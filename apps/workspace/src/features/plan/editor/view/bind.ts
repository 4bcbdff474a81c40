import { Plugin, PluginKey } from '@tiptap/pm/state'
import { getRelativeSelection, initProseMirrorDoc, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { schema } from '../schema.ts'

const selectionKey = new PluginKey<unknown>('selection-before')

/** The step of undo remembers where the caret stood in each text, and puts it back there. */
const caretOfUndo = (undo: Y.UndoManager) =>
  new Plugin<unknown>({
    key: selectionKey,
    state: {
      init: () => null,
      apply: (tr, before, old) => (tr.docChanged ? getRelativeSelection(ySyncPluginKey.getState(old).binding, old) : before),
    },
    view: (view) => {
      const { binding } = ySyncPluginKey.getState(view.state)
      const added = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
        if (!stackItem.meta.has(binding)) stackItem.meta.set(binding, selectionKey.getState(view.state))
      }
      const popped = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
        binding.beforeTransactionSelection = stackItem.meta.get(binding) ?? binding.beforeTransactionSelection
      }
      undo.on('stack-item-added', added)
      undo.on('stack-item-popped', popped)
      return {
        destroy: () => {
          undo.off('stack-item-added', added)
          undo.off('stack-item-popped', popped)
        },
      }
    },
  })

/** What an editor begins with, and what keeps it and the shared text the same. */
export const bind = (fragment: Y.XmlFragment, undo: Y.UndoManager) => {
  const { doc, mapping } = initProseMirrorDoc(fragment, schema)
  // Where nothing was written yet there is a line to write on; it is shared with the first letter.
  return {
    doc: doc.childCount === 0 ? (schema.topNodeType.createAndFill() ?? doc) : doc,
    plugins: [ySyncPlugin(fragment, { mapping }), caretOfUndo(undo)],
  }
}

/** Whether a transaction brings in what others wrote, or what undo took back. */
export const comesFromShared = (tr: { getMeta(key: unknown): unknown }): boolean => tr.getMeta(ySyncPluginKey) !== undefined
