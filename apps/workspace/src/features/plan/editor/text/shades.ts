import type { InstitutionId } from '@mreza/contracts-kernel'
import type { CommentThread, Writer } from '@mreza/contracts-plans'
import type * as Y from 'yjs'
import { proposalOf } from '../suggestions/mark.ts'
import { passageOf } from './anchor.ts'
import { type PlacedText, piecesOf, textsIn } from './pieces.ts'

/** A stretch of a text that is drawn differently, between two places as an editor counts. */
export interface Shade {
  readonly from: number
  readonly to: number
  readonly class: string
  readonly attributes: Readonly<Record<string, string>>
}

/** How an institution is shown: its colour as a value for a style, and its names. */
export interface Sign {
  readonly colour: string
  readonly short: string
  readonly name: string
}

/** What there is to shade in a text. */
export interface Shading {
  readonly threads: readonly CommentThread[]
  /** Who wrote under which number. */
  readonly writers: ReadonlyMap<number, Writer>
  readonly signOf: (institutionId: InstitutionId) => Sign
  /** Colours every letter; otherwise only what is proposed. */
  readonly showWriters: boolean
  readonly classes: { readonly writer: string; readonly thread: string; readonly proposal: string }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly by: InstitutionId
  readonly proposed: boolean
}

const stretchesOf = ({ text, at }: PlacedText, { writers, showWriters }: Shading): Stretch[] => {
  const stretches: Stretch[] = []
  for (const piece of piecesOf(text)) {
    const proposal = proposalOf(piece)
    const by = writers.get(proposal?.by ?? piece.by)?.institutionId
    if (by === undefined || (!showWriters && proposal === undefined)) continue
    const next = { from: at + piece.from, to: at + piece.from + piece.words.length, by, proposed: proposal !== undefined }
    const last = stretches.at(-1)
    const goesOn = last?.by === by && last.to === next.from && last.proposed === next.proposed
    if (goesOn) stretches[stretches.length - 1] = { ...last, to: next.to }
    else stretches.push(next)
  }
  return stretches
}

/** Everything that is shaded in a text: passages with conversations, proposals in the colour of who made them, on demand who wrote what. */
export const shadesOf = (fragment: Y.XmlFragment, shading: Shading): Shade[] => {
  const { threads, writers, signOf, classes } = shading
  if (threads.length === 0 && writers.size === 0) return []
  const texts = textsIn(fragment)
  const passages = threads.flatMap(({ id, anchor }) => {
    const passage = passageOf(fragment, anchor, texts)
    return passage === undefined ? [] : [{ ...passage, class: classes.thread, attributes: { 'data-thread': id } }]
  })
  const written = texts
    .flatMap((placed) => stretchesOf(placed, shading))
    .map(({ from, to, by, proposed }) => {
      const { colour, short, name } = signOf(by)
      return {
        from,
        to,
        class: proposed ? classes.proposal : classes.writer,
        attributes: { style: `--c: ${colour}`, title: name, 'data-writer': short },
      }
    })
  return [...passages, ...written]
}
