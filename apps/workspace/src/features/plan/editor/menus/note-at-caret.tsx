import { useEffect, useRef } from 'react'
import styles from '../editor.module.css'
import type { Editors } from '../editors.ts'
import { TextDesk } from '../text-desk.ts'
import { useFloating } from './use-floating.ts'

const Shown = ({ desk, note }: { desk: TextDesk; note: string }) => {
  const box = useRef<HTMLDivElement>(null)
  const { view } = desk
  const open = view ?? desk.open()
  useFloating(box, open, open.state.selection, 'bottom-start')
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
  return desk instanceof TextDesk ? <Shown desk={desk} note={note} /> : null
}
