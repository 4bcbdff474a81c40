import { Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Where on the screen was pressed. */
export interface Press {
  readonly clientX: number
  readonly clientY: number
}

const placeAt = (view: EditorView, { clientX, clientY }: Press): number | undefined =>
  view.posAtCoords({ left: clientX, top: clientY })?.pos

/** Selects a passage, or puts the caret where it begins; nothing when the text has become too short for it. */
export const select = (view: EditorView, { from, to }: { readonly from: number; readonly to: number }): void => {
  const { doc, tr } = view.state
  if (to <= doc.content.size) view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))).scrollIntoView())
}

/**
 * The first press into a text that was drawn still. The browser looked for what was pressed before the editor came, so the caret is put
 * there by hand, and what is drawn over until the button is let go is selected.
 */
export const drawOver = (view: EditorView, press: Press): void => {
  const begin = placeAt(view, press)
  view.focus()
  if (begin === undefined) {
    view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
    return
  }
  select(view, { from: begin, to: begin })
  const moved = (to: MouseEvent) => {
    const end = view.isDestroyed ? undefined : placeAt(view, to)
    if (end !== undefined) select(view, { from: begin, to: end })
  }
  document.addEventListener('mousemove', moved)
  document.addEventListener('mouseup', () => document.removeEventListener('mousemove', moved), { once: true })
}
