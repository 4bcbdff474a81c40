import * as Y from 'yjs'
import { isOwnAddress } from '../own-address.ts'
import type { Shade } from './shades.ts'

const tags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  horizontalRule: 'hr',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
  hardBreak: 'br',
}

const markTags: Readonly<Record<string, string>> = {
  link: 'a',
  mention: 'span',
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  insertion: 'ins',
  deletion: 'del',
}

const elementFor = (node: Y.XmlElement): HTMLElement => {
  const level = Number(node.getAttribute('level'))
  const element = document.createElement(node.nodeName === 'heading' ? (level === 3 ? 'h3' : 'h4') : (tags[node.nodeName] ?? 'div'))
  for (const name of ['colspan', 'rowspan', 'start']) {
    const count = Number(node.getAttribute(name) ?? 1)
    if (Number.isInteger(count) && count > 1) element.setAttribute(name, String(count))
  }
  return element
}

const dress = (element: HTMLElement, name: string, value: Readonly<Record<string, unknown>>, mentionClass: string) => {
  if (name === 'link' && isOwnAddress(value.href)) element.setAttribute('href', value.href)
  if (name === 'mention') element.className = mentionClass
  if (name === 'insertion' && typeof value.is === 'string') element.dataset.is = value.is
}

const marked = (words: string, marks: Readonly<Record<string, unknown>>, mentionClass: string): Node => {
  let node: Node = document.createTextNode(words)
  for (const [name, tag] of Object.entries(markTags).toReversed()) {
    const value = marks[name]
    if (value === undefined || value === null) continue
    const element = document.createElement(tag)
    dress(element, name, typeof value === 'object' ? (value as Record<string, unknown>) : {}, mentionClass)
    element.append(node)
    node = element
  }
  return node
}

/** Cuts words at the edges of shades and wraps what is shaded. */
const shaded = (words: string, at: number, shades: readonly Shade[], draw: (words: string) => Node): Node[] => {
  const here = shades.filter(({ from, to }) => from < at + words.length && to > at)
  if (here.length === 0) return [draw(words)]
  const edges = [at, ...here.flatMap(({ from, to }) => [from, to]), at + words.length]
  const cuts = [...new Set(edges.filter((edge) => edge >= at && edge <= at + words.length))].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((begin, index) => {
    let node = draw(words.slice(begin - at, (cuts[index + 1] ?? begin) - at))
    for (const shade of here.filter(({ from, to }) => from <= begin && to > begin)) {
      const around = document.createElement('span')
      around.className = shade.class
      for (const [name, value] of Object.entries(shade.attributes)) if (name !== 'style') around.setAttribute(name, value)
      around.style.cssText = shade.attributes.style ?? ''
      around.append(node)
      node = around
    }
    return node
  })
}

interface Drawing {
  readonly shades: readonly Shade[]
  readonly mentionClass: string
}

interface Delta {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

const drawText = (text: Y.XmlText, start: number, into: Node, { shades, mentionClass }: Drawing): void => {
  let at = start
  for (const { insert, attributes = {} } of text.toDelta() as Delta[]) {
    if (typeof insert !== 'string') continue
    for (const node of shaded(insert, at, shades, (words) => marked(words, attributes, mentionClass))) into.appendChild(node)
    at += insert.length
  }
}

const drawInto = (parent: Y.XmlFragment, start: number, into: Node, drawing: Drawing): number => {
  let at = start
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      drawText(child, at, into, drawing)
      at += child.length
    } else if (child instanceof Y.XmlElement) {
      const element = elementFor(child)
      const isLeaf = child.nodeName === 'hardBreak' || child.nodeName === 'horizontalRule'
      const rows = child.nodeName === 'table' ? element.appendChild(document.createElement('tbody')) : element
      at = isLeaf ? at + 1 : drawInto(child, at + 1, rows, drawing) + 1
      // An empty line keeps its height.
      if (!isLeaf && child.length === 0) element.append(document.createElement('br'))
      into.appendChild(element)
    }
  }
  return at
}

/** A text as it looks in an editor, drawn without one. */
export const drawStill = (fragment: Y.XmlFragment, drawing: Drawing): DocumentFragment => {
  const drawn = document.createDocumentFragment()
  drawInto(fragment, 0, drawn, drawing)
  return drawn
}
