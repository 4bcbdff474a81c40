import { proseOf } from '@mreza/plan-document'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { OwnWords } from './own-words.ts'

let doc: Y.Doc
let words: OwnWords
let text: Y.XmlText

beforeEach(() => {
  doc = new Y.Doc()
  words = new OwnWords(doc)
  const paragraph = new Y.XmlElement('paragraph')
  text = new Y.XmlText()
  paragraph.insert(0, [text])
  proseOf(doc, 'area-family').insert(0, [paragraph])
  words.edited()
  words.keep(0)
})

const type = (at: number, letters: string) => {
  text.insert(at, letters)
  words.edited()
}

test('are those letters that stand and are not on disk', () => {
  type(0, 'Sačuvano. ')
  words.keep(0)
  type(10, 'Nije ')
  type(15, 'još.')
  expect(words.since(2)).toBe('Nije još.')
  words.keep(1)
  expect(words.since(1)).toBe('još.')
})

test('are without what one has deleted oneself, and without the words of others', () => {
  type(0, 'Ovo ne.')
  text.delete(3, 3)
  words.edited()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const [paragraph] = proseOf(other, 'area-family').toArray()
  if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).insert(0, 'Tuđe. ')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(words.since(2)).toBe('Ovo.')
})

test('are none when everything is on disk', () => {
  type(0, 'Sve.')
  words.keep(0)
  expect(words.since(0)).toBe('')
})
