import type { CommentAnchor, TextPlace } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { type PlacedText, textAtPlace, textsIn } from './pieces.ts'

/** From and to, as places of an editor. */
export interface Passage {
  readonly from: number
  readonly to: number
}

const longestQuote = 500
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const relative = (texts: readonly PlacedText[], place: number, side: number): string | null => {
  const found = textAtPlace(texts, place)
  return found === undefined
    ? null
    : toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(found.text, found.index, side)))
}

/** Hangs a conversation on a passage, so that it moves with the words; on the whole text where the passage is empty. */
export const anchorOf = (fragment: Y.XmlFragment, place: TextPlace, passage: Passage, quote: string): CommentAnchor => {
  const texts = textsIn(fragment)
  const isPassage = passage.to > passage.from
  const from = isPassage ? relative(texts, passage.from, 0) : null
  const to = isPassage ? relative(texts, passage.to, -1) : null
  return { place, from: to === null ? null : from, to: from === null ? null : to, quote: quote.slice(0, longestQuote) }
}

const placeOf = (fragment: Y.XmlFragment, texts: readonly PlacedText[], position: string): number | undefined => {
  try {
    if (fragment.doc === null) return undefined
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(position)), fragment.doc)
    const placed = texts.find(({ text }) => text === found?.type)
    return placed && found ? placed.at + found.index : undefined
  } catch {
    // What somebody else's page sent as a position need not be one.
    return undefined
  }
}

/** Where the passage of a conversation stands now; undefined when it is about the whole text or its words are gone. */
export const passageOf = (
  fragment: Y.XmlFragment,
  { from, to }: Pick<CommentAnchor, 'from' | 'to'>,
  texts = textsIn(fragment),
): Passage | undefined => {
  if (from === null || to === null) return undefined
  const start = placeOf(fragment, texts, from)
  const end = placeOf(fragment, texts, to)
  return start === undefined || end === undefined || end <= start ? undefined : { from: start, to: end }
}
