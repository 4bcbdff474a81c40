import { useEffect, useRef } from 'react'
import type { LiveRoom } from '../live/live-room.ts'
import { usePlan } from '../plan-context.ts'

const isOwnField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, [role="textbox"], [role="dialog"]') !== null)

/** Outside of the texts too, on a card or a button, the keys of undo take back the last thing that one did in the plan. */
export const useUndoOutside = (): void => {
  const { list } = usePlan()
  const last = useRef<LiveRoom | null>(null)
  useEffect(() => {
    const leave = list.map((room) => {
      const done = () => {
        last.current = room
      }
      room.undo.on('stack-item-added', done)
      return () => room.undo.off('stack-item-added', done)
    })
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && !isRedo) || isOwnField(event.target) || last.current === null) return
      event.preventDefault()
      if (isRedo) last.current.undo.redo()
      else last.current.undo.undo()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      for (const each of leave) each()
    }
  }, [list])
}
