import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  exitCode,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  newlineInCode,
  selectNodeBackward,
  selectNodeForward,
  splitBlock,
  toggleMark,
} from '@tiptap/pm/commands'
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from '@tiptap/pm/inputrules'
import { keymap } from '@tiptap/pm/keymap'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, type Plugin, TextSelection } from '@tiptap/pm/state'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { schema } from '../schema.ts'

const { nodes, marks } = schema

const hardBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView())
  return true
}
const nothing: Command = () => true
/** The key is ours also when there is nothing to take back: the browser knows less of it. */
const step = (_item: unknown) => true

/** Everything in the text, as words: what is put in its place stays in its paragraph. */
const selectText: Command = ({ doc, tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))))
  return true
}

const backspace = chainCommands(undoInputRule, deleteSelection, joinBackward, selectNodeBackward)
const del = chainCommands(deleteSelection, joinForward, selectNodeForward)

const always = (undo: Y.UndoManager): Record<string, Command> => ({
  Backspace: backspace,
  'Mod-Backspace': backspace,
  'Shift-Backspace': backspace,
  Delete: del,
  'Mod-Delete': del,
  'Mod-a': selectText,
  'Mod-b': toggleMark(marks.bold),
  'Mod-i': toggleMark(marks.italic),
  'Mod-u': toggleMark(marks.underline),
  'Mod-z': () => step(undo.undo()),
  'Mod-y': () => step(undo.redo()),
  'Shift-Mod-z': () => step(undo.redo()),
})

/** Tab leaves the text, as everywhere; in a list and in a table it does what it does there, until Escape gives it back. */
const leaving = new WeakSet<EditorView>()
const leaveWithTab: Command = (_state, _dispatch, view) => {
  if (view !== undefined) leaving.add(view)
  return false
}
const unlessLeaving =
  (command: Command): Command =>
  (state, dispatch, view) => {
    const leaves = view !== undefined && leaving.delete(view)
    return !leaves && command(state, dispatch, view)
  }

const ofProse: Record<string, Command> = {
  Enter: chainCommands(splitListItem(nodes.listItem), newlineInCode, createParagraphNear, liftEmptyBlock, splitBlock),
  'Shift-Enter': chainCommands(exitCode, hardBreak),
  Escape: leaveWithTab,
  Tab: unlessLeaving(chainCommands(goToNextCell(1), sinkListItem(nodes.listItem))),
  'Shift-Tab': unlessLeaving(chainCommands(goToNextCell(-1), liftListItem(nodes.listItem))),
  'Mod-Shift-8': wrapInList(nodes.bulletList),
  'Mod-Shift-7': wrapInList(nodes.orderedList),
}

/** One sentence has no second line. */
const ofOneLine: Record<string, Command> = { Enter: nothing, 'Shift-Enter': nothing }

/** *# * makes a heading, *- * and *1. * a list, *> * a quotation. */
const typed = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,2})\s$/, nodes.heading, ([, signs = '#']) => ({ level: signs.length + 2 })),
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bulletList),
      wrappingInputRule(/^(\d+)\.\s$/, nodes.orderedList, ([, first]) => ({ start: Number(first) })),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      new InputRule(/^---$/, (state, _match, start, end) => state.tr.replaceRangeWith(start, end, nodes.horizontalRule.create())),
    ],
  })

/** What the keys do. Undo is that of the whole room: it takes back the last thing one did there, wherever that was. */
export const keys = (undo: Y.UndoManager, oneLine: boolean): Plugin[] =>
  oneLine
    ? [keymap({ ...always(undo), ...ofOneLine })]
    : [typed(), keymap({ ...always(undo), ...ofProse }), tableEditing({ allowTableNodeSelection: false })]
