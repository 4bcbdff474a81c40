import { editOrigin, suggestionMarks } from '@mreza/plan-document'
import * as Y from 'yjs'
import { proposedIn } from './list-proposals.ts'
import type { ProposedPiece } from './mark.ts'

/** What one decides about a proposal. */
export type Decision = 'accept' | 'refuse'

interface Delta {
  readonly insert?: string | object
  readonly attributes?: Readonly<Record<string, unknown>>
}

const childrenOf = (parent: Y.XmlFragment) => parent.toArray() as (Y.XmlElement | Y.XmlText)[]

const deltaFrom = (text: Y.XmlText, index: number): Delta[] => {
  let passed = 0
  return (text.toDelta() as Delta[]).flatMap((part) => {
    if (typeof part.insert !== 'string') return []
    const begin = Math.max(0, index - passed)
    passed += part.insert.length
    return begin < part.insert.length ? [{ ...part, insert: part.insert.slice(begin) }] : []
  })
}

const elementLike = (like: Y.XmlElement, name = like.nodeName) => {
  const made = new Y.XmlElement(name)
  if (name === like.nodeName) for (const [key, value] of Object.entries(like.getAttributes())) made.setAttribute(key, value as string)
  return made
}

/** The second half of a paragraph or heading, taken out of the first; a heading that ends here goes on as a paragraph. */
const tailOf = (block: Y.XmlElement, text: Y.XmlText, index: number): Y.XmlElement => {
  const words = deltaFrom(text, index)
  const children = childrenOf(block)
  const at = children.indexOf(text)
  const rest = children.slice(at + 1).map((child) => child.clone())
  const tail = elementLike(block, words.length === 0 && rest.length === 0 ? 'paragraph' : block.nodeName)
  const half = new Y.XmlText()
  if (words.length > 0) half.applyDelta(words)
  tail.insert(0, [...(words.length > 0 ? [half] : []), ...rest])
  if (rest.length > 0) block.delete(at + 1, rest.length)
  if (text.length > index) text.delete(index, text.length - index)
  return tail
}

const split = (text: Y.XmlText, index: number): void => {
  const block = text.parent
  if (!(block instanceof Y.XmlElement) || !(block.parent instanceof Y.XmlFragment)) return
  const tail = tailOf(block, text, index)
  const around = block.parent
  const at = childrenOf(around).indexOf(block)
  if (!(around instanceof Y.XmlElement) || around.nodeName !== 'listItem' || !(around.parent instanceof Y.XmlFragment)) {
    around.insert(at + 1, [tail])
    return
  }
  // In a list the second half is a point of its own, and takes along what stood below it.
  const below = childrenOf(around).slice(at + 1)
  const item = elementLike(around)
  item.insert(0, [tail, ...below.map((child) => child.clone())])
  if (below.length > 0) around.delete(at + 1, below.length)
  around.parent.insert(childrenOf(around.parent).indexOf(around) + 1, [item])
}

const textBlocks = new Set(['paragraph', 'heading', 'codeBlock'])

const join = (text: Y.XmlText): void => {
  const block = text.parent
  if (!(block instanceof Y.XmlElement) || !(block.parent instanceof Y.XmlFragment)) return
  const siblings = childrenOf(block.parent)
  const at = siblings.indexOf(block)
  const next = siblings[at + 1]
  if (!(next instanceof Y.XmlElement) || !textBlocks.has(next.nodeName)) return
  const [first, ...rest] = childrenOf(next)
  const moved = rest.map((child) => child.clone())
  if (first instanceof Y.XmlText) text.applyDelta([{ retain: text.length }, ...deltaFrom(first, 0)])
  else if (first !== undefined) moved.unshift(first.clone())
  if (moved.length > 0) block.insert(childrenOf(block).length, moved)
  block.parent.delete(at + 1, 1)
}

const carryOut = ({ piece: { text, from, words }, does }: ProposedPiece, decision: Decision): void => {
  const stays = (does === 'insert') === (decision === 'accept')
  if (does === 'insert' || does === 'delete') {
    if (stays) text.format(from, words.length, { [suggestionMarks[does === 'insert' ? 'insertion' : 'deletion']]: null })
    else text.delete(from, words.length)
    return
  }
  text.delete(from, words.length)
  if (decision !== 'accept') return
  if (does === 'split') split(text, from)
  else join(text)
}

/**
 * Accepts or refuses a proposal, whoever looks at the text at the moment and with or without an editor; one step for undo. False when it
 * is not there any more. The second half of a parted paragraph is written anew, under the number of who accepts.
 */
export const decideProposal = (fragment: Y.XmlFragment, key: string, decision: Decision): boolean => {
  const parts = proposedIn(fragment).filter((part) => part.key === key)
  if (parts.length === 0 || fragment.doc === null) return false
  // From the end, so that the places of those before stay what they are.
  fragment.doc.transact(() => {
    for (const part of parts.toReversed()) carryOut(part, decision)
  }, editOrigin)
  return true
}
