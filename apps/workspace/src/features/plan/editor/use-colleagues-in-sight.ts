import { useEffect } from 'react'
import { usePlan } from '../plan-context.ts'
import type { Editors } from './editors.ts'
import { loadEditor } from './view/editor-code.ts'

/** Makes a text an editor when a colleague's caret stands in it and it can be seen: only an editor shows carets. */
export const useColleaguesInSight = (editors: Editors): void => {
  const { list } = usePlan()
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      if (list.every((room) => room.carets.all().length === 0)) return
      for (const text of editors.all()) if (text.room.carets.inText(text.fragment).length > 0 && text.isInSight()) text.open()
    }
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    const leave = list.map((room) => room.carets.onMove(soon))
    window.addEventListener('scroll', soon, { passive: true, capture: true })
    loadEditor().then(soon, () => undefined)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', soon, { capture: true })
      for (const each of leave) each()
    }
  }, [list, editors])
}
