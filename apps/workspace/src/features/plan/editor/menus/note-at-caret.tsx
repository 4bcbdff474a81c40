import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useRef } from 'react'
import styles from '../editor.module.css'
import type { Editors } from '../editors.ts'
import { TextDesk } from '../text-desk.ts'
import { useFloating } from './use-floating.ts'

const Shown = ({ view, note }: { view: EditorView; note: string }) => {
  const box = useRef<HTMLDivElement>(null)
  useFloating(box, view, view.state.selection, 'bottom-start')
  return (
    <div ref={box} className={styles.note}>
      {note}
    </div>
  )
}

/** Says at the caret why nothing happened; goes with the next key. A screen reader is told by who shows it. */
export const NoteAtCaret = ({ editors, note, onEnd }: { editors: Editors; note: string; onEnd: () => void }) => {
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => editors.onMove(() => end.current()), [editors])
  const desk = editors.focused()
  return desk instanceof TextDesk && desk.view !== null ? <Shown view={desk.view} note={note} /> : null
}
