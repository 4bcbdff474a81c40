import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { type Shading, shadesOf } from '../text/shades.ts'
import { comesFromShared } from './bind.ts'

const key = new PluginKey<DecorationSet>('shading')

const draw = (doc: Node, fragment: Y.XmlFragment, shading: Shading) =>
  DecorationSet.create(
    doc,
    shadesOf(fragment, shading)
      .filter(({ to }) => to <= doc.content.size)
      .map(({ from, to, class: name, attributes }) => Decoration.inline(from, to, { class: name, ...attributes })),
  )

/** Draws passages with conversations, proposals and on demand who wrote what. While one types the marks only move along. */
export const shading = (fragment: Y.XmlFragment, now: () => Shading): Plugin =>
  new Plugin({
    key,
    state: {
      init: (_config, { doc }) => draw(doc, fragment, now()),
      apply: (tr, drawn, _old, { doc }) => {
        if (tr.getMeta(key) === true || (tr.docChanged && comesFromShared(tr))) return draw(doc, fragment, now())
        return tr.docChanged ? drawn.map(tr.mapping, doc) : drawn
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** Draws the shades anew: another conversation, other writers. */
export const shadeAgain = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, true))
