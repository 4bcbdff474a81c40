import { classes } from '@mreza/ui'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { LiveRoom } from '../live/live-room.ts'
import type { NameOf } from './carets.ts'
import { extensionsFor } from './extensions.ts'
import styles from './fragment-editor.module.css'
import { keepCaret } from './keep-caret.ts'
import { useNames } from './names.tsx'

/** What an editor of one text is given. */
export interface FragmentEditorProps {
  readonly room: LiveRoom
  readonly fragment: Y.XmlFragment
  /** What it is, for screen readers. */
  readonly label: string
  /** Shown while nothing is written. */
  readonly hint: string
  readonly look: 'prose' | 'own' | 'sentence' | 'line'
}

const useIsEmpty = (fragment: Y.XmlFragment): boolean =>
  useSyncExternalStore(
    (changed) => {
      fragment.observeDeep(changed)
      return () => fragment.unobserveDeep(changed)
    },
    () => fragment.toString().replaceAll(/<[^>]*>/g, '') === '',
  )

/** Names at the time a caret is drawn; carets are drawn outside of React. */
const useNameOf = (): NameOf => {
  const names = useNames()
  const latest = useRef(names)
  latest.current = names
  return useRef<NameOf>((personId, institutionId) => latest.current(personId, institutionId)).current
}

/** A text that several people write at once: keystrokes, carets with institution and name, undo of one's own. */
export const FragmentEditor = ({ room, fragment, label, hint, look }: FragmentEditorProps) => {
  const nameOf = useNameOf()
  const isEmpty = useIsEmpty(fragment)
  const oneLine = look === 'sentence' || look === 'line'
  const editable = room.right === 'write'
  const editor = useEditor(
    {
      extensions: extensionsFor(fragment, room.provider, nameOf, oneLine),
      editable,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': String(!oneLine), spellcheck: 'false' } },
    },
    [fragment, room, look],
  )
  useEffect(() => {
    editor?.setEditable(editable, false)
  }, [editor, editable])
  useEffect(() => (editor === null ? undefined : room.onBeforeRemote(() => keepCaret(editor))), [editor, room])
  return <EditorContent editor={editor} className={classes(styles.editor, styles[look], isEmpty && styles.empty)} data-hint={hint} />
}
