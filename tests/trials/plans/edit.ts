import { areasOfRoom, type PlanRoom } from '@mreza/contracts-plans'
import { addGoal, appendParagraphs, proseOf, prosePlacesOf } from '@mreza/plan-document'
import * as Y from 'yjs'
import type { Random } from '../random.ts'

/** What an edit left: its word, something taken away, or nothing at all. */
export type Wrote = 'word' | 'less' | 'nothing'

type ProsePlace = ReturnType<typeof prosePlacesOf>[number]

/** Typed to be taken away again; no word has such a letter. */
const filler = 'x'

const textsAt = (doc: Y.Doc, place: ProsePlace): Y.XmlText[] =>
  proseOf(doc, place)
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .filter((node) => node instanceof Y.XmlText)

const newParagraph = (doc: Y.Doc, place: ProsePlace, word: string): Wrote => {
  appendParagraphs(proseOf(doc, place), `${filler}${word}`)
  return 'word'
}

/** At the beginning of somebody's paragraph, where no other word is torn apart. */
const intoParagraph = (doc: Y.Doc, place: ProsePlace, word: string, random: Random): Wrote => {
  const texts = textsAt(doc, place)
  if (texts.length === 0) return newParagraph(doc, place, word)
  random.pick(texts).insert(0, `${filler}${word}`)
  return 'word'
}

const takeFillerAway = (doc: Y.Doc, place: ProsePlace, random: Random): Wrote => {
  const filled = textsAt(doc, place).filter((text) => text.length > 0 && text.toString().startsWith(filler))
  if (filled.length === 0) return 'nothing'
  random.pick(filled).delete(0, 1)
  return 'less'
}

/** Makes one edit that people make, and no update but one: a word somewhere, or something taken away. */
export const makeEdit = (doc: Y.Doc, room: PlanRoom, word: string, random: Random): Wrote => {
  const place = random.pick(prosePlacesOf(room))
  if (random.oneIn(10)) return takeFillerAway(doc, place, random)
  const areas = areasOfRoom[room]
  if (random.oneIn(12) && areas.length > 0) {
    addGoal(doc, { area: random.pick(areas), phase: 'crisis', outcome: word })
    return 'word'
  }
  return random.oneIn(3) ? newParagraph(doc, place, word) : intoParagraph(doc, place, word, random)
}
