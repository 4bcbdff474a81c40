import { type DOMOutputSpec, type Mark, type MarkSpec, type NodeSpec, Schema } from '@tiptap/pm/model'
import { tableNodes } from '@tiptap/pm/tables'
import styles from './editor.module.css'
import { isOwnAddress } from './own-address.ts'

const block = (tag: string, more: Partial<NodeSpec> = {}): NodeSpec => ({
  group: 'block',
  content: 'inline*',
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
  ...more,
})

/** Headings begin under those of the page. */
const headings = [3, 4] as const

const cells = tableNodes({ tableGroup: 'block', cellContent: 'block+', cellAttributes: {} })

const nodes = {
  doc: { content: 'block+' },
  paragraph: block('p'),
  heading: block('h3', {
    defining: true,
    attrs: { level: { default: 3 } },
    parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag, at) => ({ tag, attrs: { level: at < 3 ? 3 : 4 } })),
    toDOM: ({ attrs }) => [`h${headings.find((level) => level === attrs.level) ?? 4}`, 0],
  }),
  bulletList: block('ul', { content: 'listItem+' }),
  orderedList: block('ol', {
    content: 'listItem+',
    attrs: { start: { default: 1 }, type: { default: null } },
    toDOM: ({ attrs }) => ['ol', attrs.start === 1 ? {} : { start: attrs.start }, 0],
  }),
  listItem: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: (): DOMOutputSpec => ['li', 0] },
  blockquote: block('blockquote', { content: 'block+', defining: true }),
  codeBlock: block('pre', { marks: '', code: true, attrs: { language: { default: null } } }),
  horizontalRule: block('hr', { content: '', toDOM: () => ['hr'] }),
  table: { ...cells.table, content: 'tableRow+' },
  tableRow: { ...cells.table_row, content: '(tableCell | tableHeader)*' },
  tableCell: cells.table_cell,
  tableHeader: cells.table_header,
  hardBreak: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: (): DOMOutputSpec => ['br'] },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>

const plain = (tag: string, ...also: string[]): MarkSpec => ({
  parseDOM: [tag, ...also].map((each) => ({ tag: each })),
  toDOM: () => [tag, 0],
})

const proposal = (tag: 'ins' | 'del', attrs: MarkSpec['attrs']): MarkSpec => ({
  attrs: { id: {}, ...attrs },
  inclusive: false,
  excludes: 'insertion deletion',
  toDOM: ({ attrs: { is } }: Mark) => [tag, is === undefined || is === null ? {} : { 'data-is': is }, 0],
})

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (a: HTMLElement) => isOwnAddress(a.getAttribute('href')) && { href: a.getAttribute('href') } }],
    toDOM: ({ attrs }: Mark) => ['a', isOwnAddress(attrs.href) ? { href: attrs.href } : {}, 0],
  },
  mention: {
    attrs: { kind: {}, id: {} },
    inclusive: false,
    parseDOM: [{ tag: 'span[data-mention]', getAttrs: (span: HTMLElement) => ({ kind: span.dataset.mention, id: span.dataset.id }) }],
    toDOM: ({ attrs }: Mark) => ['span', { class: styles.mention, 'data-mention': String(attrs.kind), 'data-id': String(attrs.id) }, 0],
  },
  bold: plain('strong', 'b'),
  italic: plain('em', 'i'),
  underline: plain('u'),
  strike: plain('s', 'strike'),
  code: plain('code'),
  insertion: proposal('ins', { is: { default: null } }),
  deletion: proposal('del', {}),
} satisfies Record<string, MarkSpec>

/**
 * What a text of the plan may hold: one schema for all of them, sentences too, for the binding to Yjs throws away what the schema does not
 * know. A mention is words with a mark, so that it is read, printed and looked for like any other word.
 */
export const schema = new Schema<keyof typeof nodes, keyof typeof marks>({ nodes: nodes as Record<keyof typeof nodes, NodeSpec>, marks })
