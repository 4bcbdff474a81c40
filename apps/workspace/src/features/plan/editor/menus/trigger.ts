import { type EditorState, TextSelection } from '@tiptap/pm/state'

/** What was typed at the caret to open a list: the sign, and what follows it. */
export interface Trigger {
  readonly sign: '/' | '@'
  readonly query: string
  readonly from: number
  readonly to: number
}

const typed = /(?:^|[\s\u00a0(„"])([/@])([^\s\u00a0/@]{0,30})$/u

/** The sign before the caret, if one stands there at the beginning of a word. */
export const triggerAt = ({ selection }: EditorState): Trigger | null => {
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { $from } = selection
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const found = typed.exec(before)
  const [, sign, query = ''] = found ?? []
  return sign === '/' || sign === '@' ? { sign, query, from: $from.pos - query.length - 1, to: $from.pos } : null
}
