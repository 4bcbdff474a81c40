import type { EditorView } from '@tiptap/pm/view'

/** What ProseMirror's view has and does not tell of: it reads caret and keys out of the page. */
interface ReadsThePage {
  readonly domObserver: { forceFlush(): void; flush(): void }
}

/**
 * Reads where the caret stands in the page, and what was typed, before a colleague's words come in. The browser tells of a moved
 * caret a moment later; words that came in between would put it back to where it was.
 */
export const keepCaret = (view: EditorView): void => {
  if (!view.hasFocus() || view.composing) return
  const { domObserver } = view as unknown as ReadsThePage
  domObserver.forceFlush()
  domObserver.flush()
}
