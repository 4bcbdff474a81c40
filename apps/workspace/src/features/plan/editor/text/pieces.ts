import * as Y from 'yjs'

/** A stretch of a text that one writer wrote and that carries the same marks throughout. */
export interface Piece {
  readonly text: Y.XmlText
  /** Where in its text it begins. */
  readonly from: number
  readonly words: string
  readonly marks: Readonly<Record<string, unknown>>
  /** The number of who wrote the letters (PL17). */
  readonly by: number
  /** The numbers of who set each mark. */
  readonly markedBy: Readonly<Record<string, number>>
}

/** The pieces of a text in their order, read out of its items: nothing that a client claims about itself goes into `by`. */
export const piecesOf = (text: Y.XmlText): Piece[] => {
  const pieces: Piece[] = []
  let marks: Record<string, unknown> = {}
  let markedBy: Record<string, number> = {}
  let from = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      const { [content.key]: _mark, ...otherMarks } = marks
      const { [content.key]: _by, ...others } = markedBy
      marks = content.value === null ? otherMarks : { ...otherMarks, [content.key]: content.value }
      markedBy = content.value === null ? others : { ...others, [content.key]: item.id.client }
    } else if (content instanceof Y.ContentString) {
      pieces.push({ text, from, words: content.str, marks, by: item.id.client, markedBy })
      from += content.str.length
    } else if (item.countable) from += item.length
  }
  return pieces
}

/** Elements that hold nothing and count as one place in an editor. */
const leaves = new Set(['hardBreak', 'horizontalRule'])

/** A text inside a fragment, and the place of its first letter as an editor counts. */
export interface PlacedText {
  readonly text: Y.XmlText
  readonly at: number
}

/** The texts of a fragment in reading order. */
export const textsIn = (fragment: Y.XmlFragment): PlacedText[] => {
  const found: PlacedText[] = []
  const walk = (parent: Y.XmlFragment, start: number): number => {
    let at = start
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        found.push({ text: child, at })
        at += child.length
      } else if (child instanceof Y.XmlElement) at = leaves.has(child.nodeName) ? at + 1 : walk(child, at + 1) + 1
    }
    return at
  }
  walk(fragment, 0)
  return found
}

/** The text at a place of an editor, and where in it; the nearest before it where no text stands. */
export const textAtPlace = (texts: readonly PlacedText[], place: number): { text: Y.XmlText; index: number } | undefined => {
  const placed = texts.findLast(({ at }) => at <= place)
  return placed && { text: placed.text, index: Math.min(placed.text.length, place - placed.at) }
}
