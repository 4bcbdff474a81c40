import type { CommentAnchor } from '@mreza/contracts-plans'
import { textAt } from '@mreza/plan-document'
import type * as Y from 'yjs'
import { passageOf } from './anchor.ts'
import { piecesOf, textsIn } from './pieces.ts'

const longest = 300

/** The words of a conversation's passage as they stand now; empty when it is about the whole text, or its words are gone. */
export const passageWords = (doc: Y.Doc, { place, from, to }: CommentAnchor): string => {
  const fragment = textAt(doc, place)
  if (fragment === undefined) return ''
  const texts = textsIn(fragment)
  const passage = passageOf(fragment, { from, to }, texts)
  if (passage === undefined) return ''
  const words = texts.flatMap(({ text, at }) => {
    const within = piecesOf(text).map((piece) => {
      const begin = at + piece.from
      return piece.words.slice(Math.max(0, passage.from - begin), Math.max(0, passage.to - begin))
    })
    return within.join('') === '' ? [] : [within.join('')]
  })
  return words.join(' ').slice(0, longest)
}
