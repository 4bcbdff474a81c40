import { Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { StarterKit } from '@tiptap/starter-kit'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { drawCaret, type NameOf } from './carets.ts'

/** One sentence has no second line. */
const OneLine = Extension.create({
  name: 'oneLine',
  priority: 2000,
  addKeyboardShortcuts: () => ({ Enter: () => true, 'Shift-Enter': () => true }),
})

/** What an editor of a fragment is made of; undo takes back only one's own. */
export const extensionsFor = (fragment: Y.XmlFragment, provider: WebsocketProvider, nameOf: NameOf, oneLine: boolean) => [
  StarterKit.configure({
    undoRedo: false,
    trailingNode: false,
    ...(oneLine
      ? {
          heading: false as const,
          bulletList: false as const,
          orderedList: false as const,
          blockquote: false as const,
          codeBlock: false as const,
          horizontalRule: false as const,
          hardBreak: false as const,
        }
      : { heading: { levels: [3, 4] as [3, 4] } }),
  }),
  Collaboration.configure({ fragment }),
  CollaborationCaret.configure({ provider, user: {}, render: drawCaret(nameOf), selectionRender: () => ({}) }),
  ...(oneLine ? [OneLine] : []),
]
