import { suggestionMarks } from '@mreza/plan-document'
import { type Command, TextSelection } from '@tiptap/pm/state'

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const sizes = (words: string) => [...letters.segment(words)].map(({ segment }) => segment.length)

/**
 * Proposes that the next letter goes, over those that are proposed to go already. The browser would take it out by itself, and a quick hand
 * would be faster than what puts it back.
 */
export const deleteLetter =
  (way: 'before' | 'after'): Command =>
  ({ selection, tr }, dispatch) => {
    if (!(selection instanceof TextSelection) || !selection.empty) return false
    const { parent } = selection.$from
    const start = selection.$from.start()
    const stretches: { begin: number; end: number; words: string }[] = []
    parent.forEach((node, offset) => {
      const isGone = node.marks.some(({ type }) => type.name === suggestionMarks.deletion)
      if (node.isText && !isGone) stretches.push({ begin: start + offset, end: start + offset + node.nodeSize, words: node.text ?? '' })
    })
    const at = selection.from
    const found = way === 'after' ? stretches.find(({ end }) => end > at) : stretches.findLast(({ begin }) => begin < at)
    if (found === undefined) return false
    const cut = Math.min(Math.max(at, found.begin), found.end)
    const rest = way === 'after' ? found.words.slice(cut - found.begin) : found.words.slice(0, cut - found.begin)
    const size = way === 'after' ? sizes(rest)[0] : sizes(rest).at(-1)
    if (size === undefined) return false
    const from = way === 'after' ? cut : cut - size
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, way === 'after' ? from : from + size)).delete(from, from + size))
    return true
  }
