import * as Y from 'yjs'

/** Text that every store takes: without NUL and without halves of surrogate pairs. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

const textOfNode = (node: unknown): string => {
  if (node instanceof Y.XmlText) {
    const parts = node.toDelta() as { insert?: unknown }[]
    return parts.map((part) => (typeof part.insert === 'string' ? part.insert : '')).join('')
  }
  return node instanceof Y.XmlFragment ? plainText(node) : ''
}

/** The words of a fragment without their marks; blocks are separated by a line break. */
export const plainText = (fragment: Y.XmlFragment): string => {
  const children = fragment.toArray()
  const isBlock = children.some((child) => child instanceof Y.XmlElement)
  return children
    .map(textOfNode)
    .filter((text) => text !== '')
    .join(isBlock ? '\n' : '')
}

/** Adds paragraphs, one per line of `text`, at the end of a fragment, in the form that the editor writes. */
export const appendParagraphs = (fragment: Y.XmlFragment, text: string): void => {
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = new Y.XmlElement('paragraph')
    if (line !== '') paragraph.insert(0, [new Y.XmlText(line)])
    return paragraph
  })
  fragment.insert(fragment.doc === null ? 0 : fragment.length, paragraphs)
}
