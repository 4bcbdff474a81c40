import { type Command, TextSelection } from '@tiptap/pm/state'

/** Moves the block in which the caret stands (a paragraph, a whole list, a table) over its neighbour. */
export const moveBlock =
  (way: 'up' | 'down'): Command =>
  (state, dispatch) => {
    const { doc, selection } = state
    const index = selection.$from.index(0)
    const other = way === 'up' ? index - 1 : index + 1
    if (other < 0 || other >= doc.childCount) return false
    const block = doc.child(index)
    const neighbour = doc.child(other)
    const begin = selection.$from.before(1)
    const to = way === 'up' ? begin - neighbour.nodeSize : begin + neighbour.nodeSize
    const tr = state.tr.delete(begin, begin + block.nodeSize).insert(to, block)
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(to + selection.from - begin))).scrollIntoView())
    return true
  }
