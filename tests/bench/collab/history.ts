import * as Y from 'yjs'
import { letterOf, type Random, randomOf } from './random.ts'
import { proseIn } from './typist.ts'

/** What one person wrote, each update an edit, and the document that comes of it. */
export interface History {
  readonly clientId: number
  readonly updates: readonly Uint8Array[]
  readonly doc: Y.Doc
}

const clientId = 4_000_000_001
/** Letters in a row before the writer looks up, and those taken back in a row: their averages. */
const typedInARow = 14
const deletedInARow = 7
const jumps = 0.3

const openText = (doc: Y.Doc): Y.XmlText => {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  proseIn(doc).insert(0, [paragraph])
  return text
}

/** Writes as people do: some words, at times back and some letters taken away, at times on at another place. */
function* strokes(text: Y.XmlText, random: Random): Generator<void> {
  const runOf = (average: number) => 1 + Math.floor(-Math.log(1 - random()) * average)
  for (let caret = 0; ; ) {
    for (let left = runOf(typedInARow); left > 0; left -= 1) {
      text.insert(caret, letterOf(random))
      caret += 1
      yield
    }
    if (random() < jumps) caret = Math.floor(random() * text.length)
    for (let left = random() < 0.8 ? runOf(deletedInARow) : 0; left > 0 && caret > 0; left -= 1) {
      caret -= 1
      text.delete(caret, 1)
      yield
    }
  }
}

/** Is all of a history in a document? A server may have written something of its own beside it. */
export const holds = ({ clientId, doc }: History, other: Y.Doc): boolean =>
  Y.getState(other.store, clientId) === Y.getState(doc.store, clientId) && proseIn(other).toString() === proseIn(doc).toString()

/** A long history, the same again for the same seed: about seven letters typed for three taken back. */
export const writeHistory = (edits: number, seed: number): History => {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  let text: Y.XmlText | undefined
  doc.transact(() => {
    text = openText(doc)
  })
  if (text === undefined) throw new Error('there is no text')
  const writer = strokes(text, randomOf(seed))
  while (updates.length < edits) writer.next()
  return { clientId, updates, doc }
}
