import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { wishesOf } from './doc.ts'
import { plainText, suggestionsIn } from './prose.ts'

const paragraph = (...parts: [string, Record<string, unknown>?][]) => {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta(parts.map(([insert, attributes]) => (attributes === undefined ? { insert } : { insert, attributes })))
  element.insert(0, [text])
  return element
}
const fragmentOf = (...blocks: Y.XmlElement[]) => {
  const fragment = wishesOf(new Y.Doc())
  fragment.insert(0, blocks)
  return fragment
}

test('PL8: a text stands as it is until somebody decides: what is proposed is not read, what is to go still is', () => {
  const text = fragmentOf(
    paragraph(['He is '], ['seen', { deletion: { id: 'a' } }], ['examined', { 'insertion--x': { id: 'a' } }], [' today']),
  )
  expect(plainText(text)).toBe('He is seen today')
  expect(suggestionsIn(text)).toEqual(['a'])
})

test('PL8: a proposed split of a paragraph leaves one line', () => {
  const seam = { insertion: { id: 'b' } }
  expect(plainText(fragmentOf(paragraph(['One'], ['\u200b', seam]), paragraph(['\u200b', seam], [' line'])))).toBe('One line')
  expect(plainText(fragmentOf(paragraph(['One']), paragraph(['Other'])))).toBe('One\nOther')
})
