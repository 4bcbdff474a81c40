import type { EditorView } from '@tiptap/pm/view'
import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Editors } from '../editors.ts'
import { TextDesk } from '../text-desk.ts'
import { type Trigger, triggerAt } from './trigger.ts'

/** What floats over the text now needs to know of it. */
export interface AtCaret {
  readonly desk: TextDesk
  readonly view: EditorView
  readonly trigger: Trigger | null
  /** Words are selected. */
  readonly selected: boolean
  readonly inTable: boolean
  /** Changes with the selection, so that what floats over it follows. */
  readonly at: string
}

const read = (editors: Editors): AtCaret | null => {
  const desk = editors.focused()
  if (!(desk instanceof TextDesk) || desk.view === null || !desk.view.hasFocus()) return null
  const { view } = desk
  const { $from, from, to, empty } = view.state.selection
  const trigger = desk.settings.canWrite ? triggerAt(view.state) : null
  const inTable = Array.from({ length: $from.depth }, (_none, depth) => $from.node(depth).type.name).includes('table')
  return { desk, view, trigger, selected: !empty, inTable, at: `${from}-${to}` }
}

const isSame = (a: AtCaret | null, b: AtCaret | null) =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.view === b.view &&
    a.selected === b.selected &&
    a.inTable === b.inTable &&
    a.trigger?.query === b.trigger?.query &&
    a.trigger?.from === b.trigger?.from &&
    (!(a.selected || b.selected) || a.at === b.at))

/**
 * What stands at the caret; looked at once a frame, and typing on changes nothing here. `catchUp` looks and draws at once: for keys that act on
 * what is shown, since whoever types fast presses them before the last letter was looked at.
 */
export const useAtCaret = (editors: Editors): { readonly here: AtCaret | null; readonly catchUp: () => void } => {
  const [here, setHere] = useState<AtCaret | null>(null)
  const look = useCallback(() => {
    const next = read(editors)
    setHere((before) => (isSame(before, next) ? before : next))
  }, [editors])
  const catchUp = useCallback(() => flushSync(look), [look])
  useEffect(() => {
    let frame = 0
    const inFrame = () => {
      frame = 0
      look()
    }
    const leave = editors.onMove(() => {
      if (frame === 0) frame = requestAnimationFrame(inFrame)
    })
    return () => {
      cancelAnimationFrame(frame)
      leave()
    }
  }, [editors, look])
  return { here, catchUp }
}
