import { sectorColour } from '@mreza/ui'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import type { LiveRoom } from '../../live/live-room.ts'
import type { PresentUser } from '../../live/present-user.ts'
import type { OwnCaret } from '../../live/room-carets.ts'
import styles from '../editor.module.css'
import type { FlagNames, NameOf } from '../names.ts'
import { type PlacedText, textAtPlace, textsIn } from '../text/pieces.ts'
import { comesFromShared } from './bind.ts'

const flagged = (user: PresentUser, { short, person }: FlagNames): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = styles.caret ?? ''
  caret.style.setProperty('--c', sectorColour(user.sector))
  const flag = document.createElement('span')
  const name = document.createElement('b')
  flag.append(short, name)
  name.textContent = ` ${person}`
  caret.append(flag)
  return caret
}

const key = new PluginKey<DecorationSet>('carets')

const draw = (doc: Node, fragment: Y.XmlFragment, room: LiveRoom, nameOf: NameOf): DecorationSet => {
  const here = room.carets.inText(fragment)
  const texts = here.length === 0 ? [] : textsIn(fragment)
  const widgets = here.flatMap(({ user, at, clientId }) => {
    const found = Y.createAbsolutePositionFromRelativePosition(at, room.doc)
    const placed = texts.find(({ text }) => text === found?.type)
    // In an empty paragraph there is no text yet in which to stand.
    const place = placed === undefined || found === null ? 1 : placed.at + found.index
    const make = () => flagged(user, nameOf(user.personId, user.institutionId))
    return found === null || place > doc.content.size
      ? []
      : [Decoration.widget(place, make, { key: `${clientId}/${place}`, side: 10, ignoreSelection: true })]
  })
  return DecorationSet.create(doc, widgets)
}

/** Colleagues' carets with their flags: what a flag says comes from the server's presence alone (PL6). */
export const carets = (fragment: Y.XmlFragment, room: LiveRoom, nameOf: NameOf): Plugin =>
  new Plugin({
    key,
    state: {
      init: (_config, { doc }) => draw(doc, fragment, room, nameOf),
      apply: (tr, drawn, _old, { doc }) => {
        if (tr.getMeta(key) === true || (tr.docChanged && comesFromShared(tr))) return draw(doc, fragment, room, nameOf)
        return tr.docChanged ? drawn.map(tr.mapping, doc) : drawn
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => ({
      destroy: room.carets.subscribe(() => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
      }, fragment),
    }),
  })

/** Draws the flags anew: names have come, or the script has changed. */
export const drawCaretsAgain = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, true))

const relative = (texts: readonly PlacedText[], fragment: Y.XmlFragment, place: number) => {
  const found = textAtPlace(texts, place)
  return found === undefined
    ? Y.createRelativePositionFromTypeIndex(fragment, 0)
    : Y.createRelativePositionFromTypeIndex(found.text, found.index)
}

/** Where one's own caret stands, as colleagues are told. */
export const ownCaret = ({ state }: EditorView, fragment: Y.XmlFragment): OwnCaret => {
  const texts = textsIn(fragment)
  const { anchor, head } = state.selection
  const at = relative(texts, fragment, head)
  return { anchor: anchor === head ? at : relative(texts, fragment, anchor), head: at }
}
