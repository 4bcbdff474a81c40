import * as Y from 'yjs'

/** Remembers from which of one's own letters on nothing is on disk, and finds those that still stand. */
export class OwnWords {
  readonly #doc: Y.Doc
  /** For every edit that is not on disk: the clock of the number under which one writes, before it. */
  #before: { readonly client: number; readonly clock: number }[] = []
  #clock = { client: 0, clock: 0 }

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** An own edit was made. */
  edited(): void {
    const client = this.#doc.clientID
    this.#before.push(this.#clock.client === client ? this.#clock : { client, clock: 0 })
    this.#clock = { client, clock: Y.getState(this.#doc.store, client) }
  }

  /** Only the last `unsaved` edits are not on disk. */
  keep(unsaved: number): void {
    if (this.#before.length > unsaved) this.#before = unsaved === 0 ? [] : this.#before.slice(-unsaved)
  }

  /** The words of the last `unsaved` edits that still stand, text by text, a line each. */
  since(unsaved: number): string {
    const first = unsaved === 0 ? undefined : this.#before.at(-unsaved)
    if (first === undefined) return ''
    const texts = new Set<Y.XmlText>()
    for (const item of this.#doc.store.clients.get(first.client) ?? [])
      if (item instanceof Y.Item && partSince(item, first) !== '' && item.parent instanceof Y.XmlText) texts.add(item.parent)
    return [...texts]
      .map((text) => {
        let words = ''
        for (let item = text._start; item !== null; item = item.right) words += partSince(item, first)
        return words
      })
      .filter((words) => words.trim() !== '')
      .join('\n')
  }
}

/** The letters of an item that still stand and were written at a clock or later; letters typed one after the other are one item. */
const partSince = ({ id, content, deleted, length }: Y.Item, first: { readonly client: number; readonly clock: number }): string =>
  deleted || !(content instanceof Y.ContentString) || id.client !== first.client || id.clock + length <= first.clock
    ? ''
    : content.str.slice(Math.max(0, first.clock - id.clock))
