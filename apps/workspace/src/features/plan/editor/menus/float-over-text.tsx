import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Editors } from '../editors.ts'
import { type KeyHandler, ListAtCaret } from './list-at-caret.tsx'
import { ToolsAtSelection } from './tools-at-selection.tsx'
import { triggerAt } from './trigger.ts'
import { type AtCaret, useAtCaret } from './use-at-caret.ts'

/** The keys that mean a line of the list while one is open. */
const choosing: ReadonlySet<string> = new Set(['Enter', 'Tab', 'ArrowDown', 'ArrowUp'])

/** What of the text's keys opens and closes the tools. */
const useTools = (here: AtCaret | null, toolsKey: RefObject<KeyHandler | null>) => {
  const box = useRef<HTMLDivElement>(null)
  const [called, setCalled] = useState<AtCaret | null>(null)
  const [closedAt, setClosedAt] = useState<string | null>(null)
  useEffect(() => {
    toolsKey.current = (_view, { key, altKey }) => {
      if (key === 'Escape' && box.current !== null) setClosedAt(here?.at ?? null)
      else if (key === 'F10' && altKey) setCalled(here)
      else return false
      return true
    }
  }, [toolsKey, here])
  useEffect(() => {
    if (called !== null) box.current?.querySelector<HTMLElement>('button')?.focus()
  }, [called])
  // While the focus is among the tools, they stay though the text has lost it.
  const inTools = here === null && box.current?.contains(document.activeElement) === true
  const shown = inTools || called?.at === here?.at ? (here ?? called) : here?.selected && here.at !== closedAt ? here : null
  const close = () => {
    setCalled(null)
    setClosedAt(shown?.at ?? null)
    shown?.view.focus()
  }
  return { box, shown, close }
}

/** What floats over the text in which one writes: the list after `/` and `@`, the tools for what is selected. */
export const FloatOverText = ({ editors, keys }: { editors: Editors; keys: RefObject<KeyHandler | null> }) => {
  const { here, catchUp } = useAtCaret(editors)
  const listKey = useRef<KeyHandler | null>(null)
  const toolsKey = useRef<KeyHandler | null>(null)
  const [closed, setClosed] = useState<number | null>(null)
  const { box, shown, close } = useTools(here, toolsKey)
  useEffect(() => {
    keys.current = (view, event) => {
      if (choosing.has(event.key) && triggerAt(view.state) !== null) catchUp()
      return listKey.current?.(view, event) === true || toolsKey.current?.(view, event) === true
    }
  }, [keys, catchUp])
  const trigger = here?.trigger ?? null
  useEffect(() => {
    if (trigger === null) setClosed(null)
  }, [trigger])
  if (here !== null && trigger !== null && trigger.from !== closed)
    return <ListAtCaret desk={here.desk} view={here.view} trigger={trigger} keys={listKey} onClose={() => setClosed(trigger.from)} />
  return shown === null || shown.view.isDestroyed ? null : <ToolsAtSelection here={shown} box={box} onClose={close} />
}
