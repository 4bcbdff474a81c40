/** Words with the language they are in (`sr`, `en`), which decides letterforms and the voice of a screen reader. */
export interface Said {
  readonly text: string
  readonly lang: string
}

/** A piece of a document on paper. What stands inside a part or a card is one heading deeper. */
export type Block =
  /** A rule, a heading, and what belongs to it. */
  | { readonly kind: 'part'; readonly title: Said; readonly blocks: readonly Block[] }
  /** Running prose, a paragraph for each line. */
  | { readonly kind: 'words'; readonly words: Said }
  /** A person's own words: larger, in italic. */
  | { readonly kind: 'own'; readonly words: Said }
  /** A quiet line under something. */
  | { readonly kind: 'note'; readonly words: Said }
  /** Up to four names with their values side by side. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: Said; readonly value: Said }[] }
  /** Something that is kept on one page if it fits on one. */
  | { readonly kind: 'card'; readonly kicker: Said | null; readonly title: Said; readonly blocks: readonly Block[] }
  /** A shaded line. */
  | { readonly kind: 'stressed'; readonly name: Said | null; readonly words: Said }
  /** A table whose head repeats on each page; `share` is the width of a column beside the others. */
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly title: Said; readonly share: number }[]
      readonly rows: readonly (readonly Said[])[]
    }
  /** Points, each with quieter lines of its own. */
  | { readonly kind: 'list'; readonly items: readonly { readonly words: Said; readonly lines: readonly Said[] }[] }
  /** That something is not in this copy. */
  | { readonly kind: 'closed'; readonly words: Said }

/** A document to be typeset: data through and through; nothing in it is read as markup. */
export interface PrintedDocument {
  readonly title: Said
  readonly subtitle: Said | null
  /** The first line: what this copy is. */
  readonly head: readonly Said[]
  /** The last lines of each page; `{{page}}` and `{{pages}}` in `pages` become the numbers. */
  readonly footer: { readonly lines: readonly Said[]; readonly pages: string }
  /** 1 is 11.5 points of prose. */
  readonly scale: number
  /** What the file says of itself without being printed. */
  readonly keywords: readonly string[]
  readonly blocks: readonly Block[]
}
