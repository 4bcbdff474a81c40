import * as Y from 'yjs'

/** Text that every store takes: without NUL and without halves of surrogate pairs. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** The names of the marks that carry proposed changes; a mark's name in the document may have a suffix after `--`. */
export const suggestionMarks = { insertion: 'insertion', deletion: 'deletion' } as const

interface Part {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

const partsOf = (text: Y.XmlText): readonly Part[] => text.toDelta() as Part[]
const marksOf = ({ attributes = {} }: Part): [string, unknown][] =>
  Object.entries(attributes).map(([name, value]) => [name.split('--')[0] ?? '', value])
const isProposed = (part: Part) => marksOf(part).some(([name]) => name === suggestionMarks.insertion)

/** By which a proposed split of a paragraph is marked, at the end of the one and the beginning of the next. */
const seam = '\u200b'
const isSeam = (part: Part | undefined) => part !== undefined && part.insert === seam && isProposed(part)
const edge = (node: unknown, at: 0 | -1): Part | undefined => {
  const child = node instanceof Y.XmlElement ? node.toArray().at(at) : undefined
  return child instanceof Y.XmlText ? partsOf(child).at(at) : undefined
}

const textOfNode = (node: unknown): string => {
  if (node instanceof Y.XmlText)
    return partsOf(node)
      .map((part) => (typeof part.insert === 'string' && !isProposed(part) ? part.insert : ''))
      .join('')
  return node instanceof Y.XmlFragment ? plainText(node) : ''
}

/** What a text says at one of its top nodes: the words that stand, and what is proposed there. */
export interface ReadBlock {
  readonly words: string
  /** A paragraph, heading or list, and not words that hang in the text itself. */
  readonly isBlock: boolean
  /** Does a proposed split begin or end it? */
  readonly begins: boolean
  readonly ends: boolean
  /** The ids of the proposed changes in it. */
  readonly suggestions: readonly string[]
}

/** Reads one top node of a text. */
export const readBlock = (node: unknown): ReadBlock => ({
  words: textOfNode(node),
  isBlock: node instanceof Y.XmlElement,
  begins: isSeam(edge(node, 0)),
  ends: isSeam(edge(node, -1)),
  suggestions: suggestionsOf(node),
})

/** The words of a whole text: blocks are separated by a line break, but not where the break is only proposed. */
export const wordsOf = (blocks: readonly ReadBlock[]): string => {
  let text = ''
  for (const [at, { words, isBlock, begins }] of blocks.entries()) {
    const splitIsProposed = begins && blocks[at - 1]?.ends === true
    text += isBlock && text !== '' && words !== '' && !splitIsProposed ? `\n${words}` : words
  }
  return text
}

/**
 * The words of a fragment as it stands, without their marks: what is only proposed is left out, what is proposed to go is still
 * there. Blocks are separated by a line break.
 */
export const plainText = (fragment: Y.XmlFragment): string => wordsOf(fragment.toArray().map(readBlock))

const suggestionsOf = (node: unknown): string[] => {
  if (node instanceof Y.XmlText)
    return partsOf(node).flatMap((part) =>
      marksOf(part).flatMap(([name, value]) =>
        name in suggestionMarks && typeof value === 'object' && value !== null && 'id' in value ? [String(value.id)] : [],
      ),
    )
  return node instanceof Y.XmlFragment ? node.toArray().flatMap(suggestionsOf) : []
}

/** The ids of the proposed changes in a fragment that nobody has decided. */
export const suggestionsIn = (fragment: Y.XmlFragment): string[] => [...new Set(suggestionsOf(fragment))]

const paragraphOf = (line: string, name: 'paragraph' | 'heading') => {
  const paragraph = new Y.XmlElement(name)
  if (name === 'heading') paragraph.setAttribute('level', 3 as unknown as string)
  if (line !== '') paragraph.insert(0, [new Y.XmlText(line)])
  return paragraph
}

const append = (fragment: Y.XmlFragment, blocks: Y.XmlElement[]) => fragment.insert(fragment.doc === null ? 0 : fragment.length, blocks)

/** Adds paragraphs, one per line of `text`, at the end of a fragment, in the form that the editor writes. */
export const appendParagraphs = (fragment: Y.XmlFragment, text: string): void =>
  append(
    fragment,
    text.split('\n').map((line) => paragraphOf(line, 'paragraph')),
  )

/** Adds a heading of the third level and an empty paragraph below it. */
export const appendPrompt = (fragment: Y.XmlFragment, text: string): void =>
  append(fragment, [paragraphOf(text, 'heading'), paragraphOf('', 'paragraph')])

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const nodeJson = (node: unknown): Json => {
  if (node instanceof Y.XmlText) return partsOf(node) as unknown as Json
  if (node instanceof Y.XmlElement)
    return { name: node.nodeName, attributes: node.getAttributes() as Json, children: node.toArray().map(nodeJson) }
  return null
}

/** A fragment with its formatting, as plain values: two fragments that look the same to a reader give the same. */
export const proseJson = (fragment: Y.XmlFragment): Json => fragment.toArray().map(nodeJson)

/** Makes one fragment say what another says, of whatever document; nothing when they say the same already. True when it changed. */
export const rewrite = (fragment: Y.XmlFragment, like: Y.XmlFragment): boolean => {
  if (stable(proseJson(fragment)) === stable(proseJson(like))) return false
  fragment.delete(0, fragment.length)
  fragment.insert(
    0,
    like.toArray().flatMap((node) => (node instanceof Y.XmlElement || node instanceof Y.XmlText ? [node.clone()] : [])),
  )
  return true
}

/** JSON with the keys of every object in order, so that the same values give the same text. */
export const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
