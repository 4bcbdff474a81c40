import type { TextDesk } from '../text-desk.ts'
import { editorCode } from './editor-code.ts'

/** So many texts stay editors; each costs a little with every key that anybody presses in its room. */
const atMost = 8

/** The texts that are editors now, the one used last at the end. */
let open: readonly TextDesk[] = []

export const openDesks = {
  /** A text was made an editor, or came into use again; the one used longest ago becomes plain text when there are too many. */
  opened(desk: TextDesk): void {
    open = [...open.filter((other) => other !== desk), desk]
    const idle = open.filter(({ view, room, fragment }) => view?.hasFocus() !== true && room.carets.inText(fragment).length === 0)
    for (const old of idle.slice(0, Math.max(0, open.length - atMost))) {
      if (old === desk) continue
      open = open.filter((other) => other !== old)
      old.close()
    }
  },
  /** A text has gone from the page. */
  closed(desk: TextDesk): void {
    open = open.filter((other) => other !== desk)
  },
  /** Before a colleague's words come in. */
  keepCaret({ view }: TextDesk): void {
    if (view !== null) editorCode()?.keepCaret(view)
  },
}
