import type * as Y from 'yjs'
import { type ReadBlock, readBlock, wordsOf } from './prose.ts'

/** The words of a text, and the ids of the changes proposed in it. */
export interface ReadText {
  readonly text: string
  readonly suggestions: readonly string[]
}

/** A long text as it was read; after a change only the paragraphs that changed are read again. */
export class TextReader {
  readonly #fragment: Y.XmlFragment
  readonly #blocks = new Map<unknown, ReadBlock>()
  #read: ReadText | null = null

  constructor(fragment: Y.XmlFragment) {
    this.#fragment = fragment
  }

  /** Forgets what these events tell of. */
  hear(events: readonly { readonly target: unknown }[]): void {
    this.#read = null
    for (const { target } of events) {
      let node = target as Y.AbstractType<unknown> | null
      while (node !== null && node.parent !== this.#fragment) node = node.parent
      this.#blocks.delete(node)
    }
  }

  get read(): ReadText {
    this.#read ??= this.#readAgain()
    return this.#read
  }

  #readAgain(): ReadText {
    const nodes = this.#fragment.toArray()
    const blocks = nodes.map((node) => this.#blocks.get(node) ?? readBlock(node))
    this.#blocks.clear()
    for (const [at, block] of blocks.entries()) this.#blocks.set(nodes[at], block)
    return { text: wordsOf(blocks), suggestions: [...new Set(blocks.flatMap(({ suggestions }) => suggestions))] }
  }
}
