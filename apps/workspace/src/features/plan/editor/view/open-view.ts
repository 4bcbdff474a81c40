import type { Slice } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { LiveRoom } from '../../live/live-room.ts'
import type { NameOf } from '../names.ts'
import { cleanPasted } from '../paste/clean-pasted.ts'
import { inOneLine } from '../paste/in-one-line.ts'
import { fromRoomsOf, roomSerializer } from '../paste/rooms-of-copied.ts'
import { comesAsIs } from '../suggestions/as-is.ts'
import { deleteLetter } from '../suggestions/delete-letter.ts'
import { idsOf, OnlyWordsCanBeProposed, propose } from '../suggestions/propose.ts'
import { writePlainly } from '../suggestions/write-plainly.ts'
import type { Shading } from '../text/shades.ts'
import { bind, comesFromShared } from './bind.ts'
import { carets } from './carets.ts'
import { keepCaret } from './keep-caret.ts'
import { keys } from './keys.ts'
import { shading } from './shading.ts'

export { decideProposal } from '../suggestions/decide-proposal.ts'
export { drawCaretsAgain, ownCaret } from './carets.ts'
export { keepCaret } from './keep-caret.ts'
export { drawOver, select } from './press-into.ts'
export { shadeAgain } from './shading.ts'

/** What an editor asks the moment it needs it, so that it need not be made anew when the answer changes. */
export interface Asked {
  readonly canWrite: () => boolean
  readonly suggests: () => boolean
  readonly shading: () => Shading
  readonly nameOf: NameOf
  /** The person tried to propose a change of form. */
  readonly onFormProposed: () => void
  /** Text of another room is to come in; `put` puts it in. */
  readonly onFromElsewhere: (rooms: readonly string[], characters: number, put: () => void) => void
  /** The caret moved or the text changed. */
  readonly onChange: (view: EditorView) => void
  /** A key for what floats over the text; true when it took it. */
  readonly onKey: (view: EditorView, event: KeyboardEvent) => boolean
}

/** What becomes of a transaction: as it is, as a proposal, or nothing. */
const allowed = (view: EditorView, tr: Transaction, room: LiveRoom, asked: Asked): Transaction | null => {
  if (!tr.docChanged || comesFromShared(tr)) return tr
  if (!asked.canWrite()) return null
  if (tr.getMeta(comesAsIs) === true) return tr
  if (!asked.suggests()) return writePlainly(tr)
  try {
    return propose(view.state, tr, idsOf(room.doc.clientID))
  } catch (cause) {
    if (!(cause instanceof OnlyWordsCanBeProposed)) throw cause
    asked.onFormProposed()
    return null
  }
}

const proposesAway = (view: EditorView, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
  if ((key !== 'Delete' && key !== 'Backspace') || ctrlKey || metaKey || altKey || !view.editable) return false
  keepCaret(view)
  return deleteLetter(key === 'Delete' ? 'after' : 'before')(view.state, view.dispatch, view)
}

const charactersOf = (slice: Slice) => slice.content.textBetween(0, slice.content.size).length

/** Makes an element of the page an editor of a shared text. The element keeps the focus that it has. */
export const openView = (element: HTMLElement, fragment: Y.XmlFragment, room: LiveRoom, oneLine: boolean, asked: Asked): EditorView => {
  const { doc, plugins } = bind(fragment, room.undo)
  room.undo.addTrackedOrigin(ySyncPluginKey)
  const incoming = (view: EditorView, html: string | undefined, text: string | undefined, slice: Slice, put: () => void) => {
    const rooms = fromRoomsOf(html, text, room)
    if (rooms.length === 0) return false
    asked.onFromElsewhere(rooms, Math.max(1, charactersOf(slice)), () => {
      view.focus()
      put()
    })
    return true
  }
  return new EditorView(
    { mount: element },
    {
      state: EditorState.create({
        doc,
        plugins: [...plugins, ...keys(room.undo, oneLine), carets(fragment, room, asked.nameOf), shading(fragment, asked.shading)],
      }),
      editable: () => asked.canWrite(),
      dispatchTransaction(this: EditorView, tr) {
        const done = allowed(this, tr, room, asked)
        this.updateState(done === null ? this.state : this.state.apply(done))
        if (done !== null) asked.onChange(this)
      },
      handleKeyDown: (view, event) => asked.onKey(view, event) || (asked.suggests() && proposesAway(view, event)),
      transformPastedHTML: cleanPasted,
      clipboardSerializer: roomSerializer(room),
      transformPasted: (slice) => (oneLine ? inOneLine(slice) : slice),
      handlePaste: (view, { clipboardData }, slice) => {
        // A key may have moved the caret a moment ago.
        keepCaret(view)
        return incoming(view, clipboardData?.getData('text/html'), clipboardData?.getData('text/plain'), slice, () =>
          view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView()),
        )
      },
      handleDrop: (view, event, slice) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        const { dataTransfer } = event as DragEvent
        return incoming(view, dataTransfer?.getData('text/html'), dataTransfer?.getData('text/plain'), slice, () =>
          view.dispatch(view.state.tr.replaceRange(at?.pos ?? 1, at?.pos ?? 1, slice)),
        )
      },
    },
  )
}
