import { autoUpdate, computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom'
import type { EditorView } from '@tiptap/pm/view'
import { type RefObject, useLayoutEffect } from 'react'

const boxBetween = (view: EditorView, from: number, to: number): DOMRect => {
  const size = view.state.doc.content.size
  const begin = view.coordsAtPos(Math.min(from, size))
  const end = view.coordsAtPos(Math.min(to, size), -1)
  const left = begin.top === end.top ? begin.left : Math.min(begin.left, end.left)
  return new DOMRect(left, begin.top, begin.top === end.top ? Math.max(0, end.right - begin.left) : 0, end.bottom - begin.top)
}

/** Keeps something beside a stretch of a text, inside the screen, while the page scrolls and changes. */
export const useFloating = (
  floating: RefObject<HTMLElement | null>,
  view: EditorView,
  { from, to }: { readonly from: number; readonly to: number },
  placement: Placement,
): void => {
  useLayoutEffect(() => {
    const element = floating.current
    if (element === null) return undefined
    const stretch = { getBoundingClientRect: () => boxBetween(view, from, to), contextElement: view.dom }
    const place = () => {
      if (view.isDestroyed) return
      const middleware = [offset(6), flip({ padding: 8 }), shift({ padding: 8 })]
      void computePosition(stretch, element, { placement, strategy: 'fixed', middleware }).then(({ x, y }) => {
        element.style.left = `${Math.round(x)}px`
        element.style.top = `${Math.round(y)}px`
      })
    }
    return autoUpdate(stretch, element, place)
  }, [floating, view, from, to, placement])
}
