import { ThreadId } from '@mreza/contracts-plans'
import { useEffect } from 'react'
import type { EditingPage } from './editing-context.ts'

/** A press on a marked passage shows its conversation; drawing over it selects as everywhere. */
export const usePressedPassage = (onThread: EditingPage['onThread']): void => {
  useEffect(() => {
    const pressed = ({ target }: MouseEvent) => {
      const marked = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null
      const id = ThreadId.safeParse(marked?.dataset.thread)
      if (id.success && document.getSelection()?.isCollapsed !== false) onThread?.(id.data)
    }
    document.addEventListener('click', pressed)
    return () => document.removeEventListener('click', pressed)
  }, [onThread])
}
