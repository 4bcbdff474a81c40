import { Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { TextDesk } from '../text-desk.ts'

const placeAt = (view: EditorView, { clientX, clientY }: MouseEvent): number | undefined =>
  view.posAtCoords({ left: clientX, top: clientY })?.pos

/**
 * The first press into a text that was drawn still. The browser looked for what was pressed before the editor came, so the caret is put
 * there by hand, and what is drawn over until the button is let go is selected.
 */
export const pressInto = (desk: TextDesk, event: MouseEvent): void => {
  if (desk.view !== null || event.button !== 0) return
  event.preventDefault()
  const view = desk.open()
  const begin = placeAt(view, event)
  const select = (from: number, to: number) => {
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))))
  }
  view.focus()
  if (begin === undefined) {
    view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
    return
  }
  select(begin, begin)
  const moved = (to: MouseEvent) => {
    const end = view.isDestroyed ? undefined : placeAt(view, to)
    if (end !== undefined) select(begin, end)
  }
  document.addEventListener('mousemove', moved)
  document.addEventListener('mouseup', () => document.removeEventListener('mousemove', moved), { once: true })
}
