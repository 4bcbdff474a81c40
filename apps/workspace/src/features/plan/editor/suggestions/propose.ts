import { suggestionMarks } from '@mreza/plan-document'
import type { Mark, Node, Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Mapping, ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { comesAsIs } from './as-is.ts'
import { boundarySign, type ProposalMark } from './mark.ts'

/** A change of form (a heading, a list, a cell) cannot be proposed, only words and the ends of paragraphs. */
export class OnlyWordsCanBeProposed extends Error {}

interface Marks {
  readonly insertion: (is?: ProposalMark['is']) => Mark
  readonly deletion: () => Mark
}

const marksWith = (schema: Schema, id: string): Marks => ({
  insertion: (is = null) => schema.mark(suggestionMarks.insertion, { id, is }),
  deletion: () => schema.mark(suggestionMarks.deletion, { id }),
})

const carries = (node: Node | null | undefined, name: string) => node?.marks.find(({ type }) => type.name === name)
const idOf = (node: Node | null | undefined): string | undefined =>
  (carries(node, suggestionMarks.insertion) ?? carries(node, suggestionMarks.deletion))?.attrs.id

/** One goes on with one's own proposal beside the caret. */
const idAt = (doc: Node, from: number, to: number, isOwn: (id: string) => boolean, fresh: () => string): string => {
  const beside = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter].map(idOf)
  return beside.find((id) => id !== undefined && isOwn(id)) ?? fresh()
}

/** The words of what is put in, each end of a paragraph as a sign. */
const wordsOf = (slice: Slice, schema: Schema, marks: Marks): Node[] => {
  const words: Node[] = []
  let begun = false
  const boundary = () => words.push(schema.text(boundarySign, [marks.insertion('split')]))
  slice.content.descendants((node) => {
    if (node.isTextblock) {
      if (begun) boundary()
      begun = true
      return true
    }
    if (node.isText) words.push(schema.text(node.text ?? '', marks.insertion().addToSet(withoutProposal(node.marks))))
    else if (node.type.name === 'hardBreak') boundary()
    return true
  })
  return words
}

const withoutProposal = (marks: readonly Mark[]) => marks.filter(({ type }) => !(type.name in suggestionMarks))

/** The ends of paragraphs inside a stretch whose next paragraph follows at once, from the last to the first. */
const boundariesIn = (doc: Node, from: number, to: number): number[] => {
  const ends: number[] = []
  doc.nodesBetween(from, to, (node, at, parent, index) => {
    const end = at + node.nodeSize - 1
    const isBoundary = node.isTextblock && end >= from && end + 1 < to && parent?.maybeChild(index + 1)?.isTextblock
    if (isBoundary && carries(doc.resolve(end).nodeBefore, suggestionMarks.insertion)?.attrs.is !== 'join') ends.push(end)
  })
  return ends.reverse()
}

/** Takes words out: what was only proposed goes, what stands is proposed to go. From the end, so that places stay what they are. */
const proposeDeletion = (tr: Transaction, from: number, to: number, marks: Marks): void => {
  const { doc } = tr
  const boundaries = boundariesIn(doc, from, to)
  const stretches: { begin: number; end: number; proposed: boolean }[] = []
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText || carries(node, suggestionMarks.deletion)) return
    const proposed = carries(node, suggestionMarks.insertion) !== undefined
    stretches.push({ begin: Math.max(from, at), end: Math.min(to, at + node.nodeSize), proposed })
  })
  const acts = [
    ...boundaries.map((at) => ({ at, act: () => tr.insert(at, doc.type.schema.text(boundarySign, [marks.insertion('join')])) })),
    ...stretches.map(({ begin, end, proposed }) => ({
      at: begin,
      act: () => (proposed ? tr.delete(begin, end) : tr.addMark(begin, end, marks.deletion())),
    })),
  ]
  for (const { act } of acts.sort((a, b) => b.at - a.at)) act()
}

/** Where a place in the document before step `at` of `meant` stands in what is proposed so far. */
const placeIn = (proposed: Transaction, meant: Transaction, at: number, place: number): number => {
  const back = new Mapping(meant.mapping.maps.slice(0, at)).invert()
  return proposed.mapping.map(back.map(place, 1), 1)
}

const caretAfter = (state: EditorState, { from, to, slice }: ReplaceStep, proposed: Transaction, end: number): TextSelection => {
  const { head, empty } = state.selection
  const forward = empty && slice.size === 0 && head === from && to > from
  const place = slice.size > 0 ? end : proposed.mapping.map(forward ? to : from, forward ? 1 : -1)
  return TextSelection.near(proposed.doc.resolve(place), forward ? 1 : -1) as TextSelection
}

/**
 * The transaction that proposes what another would do: words that would go are marked, words that would come are marked too, the end of a
 * paragraph is a sign. Throws {@link OnlyWordsCanBeProposed} for anything else.
 */
export const propose = (
  state: EditorState,
  meant: Transaction,
  own: { isOwn: (id: string) => boolean; fresh: () => string },
): Transaction => {
  const proposed = state.tr
  let caret: TextSelection | undefined
  for (const [at, step] of meant.steps.entries()) {
    if (!(step instanceof ReplaceStep)) throw new OnlyWordsCanBeProposed()
    const from = placeIn(proposed, meant, at, step.from)
    const to = placeIn(proposed, meant, at, step.to)
    const marks = marksWith(state.schema, idAt(proposed.doc, from, to, own.isOwn, own.fresh))
    const words = wordsOf(step.slice, state.schema, marks)
    const before = proposed.mapping.maps.length
    proposeDeletion(proposed, from, to, marks)
    const end = new Mapping(proposed.mapping.maps.slice(before)).map(to, 1)
    if (words.length === 0 && from === to) throw new OnlyWordsCanBeProposed()
    if (words.length > 0 && !proposed.doc.resolve(end).parent.inlineContent) throw new OnlyWordsCanBeProposed()
    if (words.length > 0) proposed.insert(end, words)
    const length = words.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
    caret = caretAfter(state, step, proposed, end + length)
  }
  return caret === undefined ? proposed : proposed.setSelection(caret).scrollIntoView()
}

/** The ids of proposals that one writer makes, so that one goes on with one's own; whose a proposal is does not follow from them. */
export const idsOf = (clientId: number): { isOwn: (id: string) => boolean; fresh: () => string } => {
  const mine = `${clientId.toString(36)}-`
  return { isOwn: (id) => id.startsWith(mine), fresh: () => mine + crypto.randomUUID().slice(0, 8) }
}

/** Proposes that what is selected goes, while one writes otherwise. */
export const proposeRemoval = (view: EditorView, clientId: number): void => {
  const { state } = view
  view.dispatch(propose(state, state.tr.deleteSelection(), idsOf(clientId)).setMeta(comesAsIs, true))
  view.focus()
}
