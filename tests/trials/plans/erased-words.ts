import { addGoal, addIndicator, appendParagraphs, goalText, proseOf, setIndicatorDetails, wishesOf } from '@mreza/plan-document'
import * as Y from 'yjs'

/** Types a word into a document of the core section; the answer takes every letter of it away again. */
export type Erased = (doc: Y.Doc, word: string) => () => void

const area = 'area-family'

/** A text to type in, and an undo manager as an editor has one. */
const newLine = (doc: Y.Doc): { readonly text: Y.XmlText; readonly undo: Y.UndoManager } => {
  const prose = proseOf(doc, area)
  appendParagraphs(prose, 'before ')
  const paragraph = prose.get(prose.length - 1)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('the paragraph has no text')
  return { text, undo: new Y.UndoManager(prose, { captureTimeout: 0 }) }
}

const typeAt = (text: Y.XmlText, word: string): number => {
  const { length } = text
  text.insert(length, word)
  return length
}

const inFragment = (fragment: Y.XmlFragment, word: string): (() => void) => {
  appendParagraphs(fragment, word)
  return () => fragment.delete(fragment.length - 1, 1)
}

/** The ways in which words come into a plan and go again. */
export const waysToErase: readonly Erased[] = [
  (doc, word) => inFragment(proseOf(doc, area), word),
  (doc, word) => inFragment(wishesOf(doc), word),
  (doc, word) => {
    const { text } = newLine(doc)
    const at = typeAt(text, word)
    return () => text.delete(at, word.length)
  },
  // Letter by letter, and away with the backspace key.
  (doc, word) => {
    const { text } = newLine(doc)
    for (const letter of word) typeAt(text, letter)
    return () => {
      for (let left = word.length; left > 0; left -= 1) text.delete(text.length - 1, 1)
    }
  },
  (doc, word) => {
    const { text, undo } = newLine(doc)
    typeAt(text, word)
    return () => undo.undo()
  },
  (doc, word) => {
    const { text, undo } = newLine(doc)
    typeAt(text, word)
    return () => {
      undo.undo()
      undo.redo()
      undo.undo()
    }
  },
  // Taken away, brought back by undo, and taken away for good.
  (doc, word) => {
    const { text, undo } = newLine(doc)
    const at = typeAt(text, word)
    return () => {
      text.delete(at, word.length)
      undo.undo()
      text.delete(at, word.length)
    }
  },
  (doc, word) => {
    const goal = addGoal(doc, { area, phase: 'crisis', outcome: word })
    return () => goalText(doc, goal)?.delete(0, 1)
  },
  (doc, word) => {
    const goal = addGoal(doc, { area, phase: 'crisis', outcome: 'a goal' })
    const indicator = addIndicator(doc, goal, { text: 'an indicator', target: word })
    return () => setIndicatorDetails(doc, indicator, { target: '' })
  },
]
