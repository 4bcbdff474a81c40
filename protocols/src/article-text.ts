import { readFile } from 'node:fs/promises'
import type { Fault } from './fault.ts'
import { unreadable } from './read-yaml.ts'

/** An article as one language's text has it, with the line of its heading. */
export interface ArticleText {
  readonly number: number
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly line: number
}

/** An annex as one language's text has it, with the line of its heading. */
export interface AnnexText {
  readonly number: number
  readonly title: string
  readonly articles: readonly ArticleText[]
  readonly line: number
}

/** A whole agreement in one language. */
export interface AgreementText {
  readonly file: string
  readonly title: string
  readonly articles: readonly ArticleText[]
  readonly annexes: readonly AnnexText[]
}

type Draft = { number: number; title: string; paragraphs: string[]; line: number }
type AnnexDraft = { number: number; title: string; articles: Draft[]; line: number }

const titleLine = /^# (.+)$/u
const annexLine = /^# \p{L}+ (\d+)\. (.+)$/u
const articleLine = /^## \p{L}+ (\d+)\. (.+)$/u
const paragraphLine = /^(\d+)\. (.+)$/u
const itemLine = /^ {3}(\d+\) .+)$/u

class TextReader {
  title = ''
  readonly articles: Draft[] = []
  readonly annexes: AnnexDraft[] = []
  readonly faults: Fault[] = []
  readonly #file: string
  constructor(file: string) {
    this.#file = file
  }

  #fault(line: number, reason: string) {
    this.faults.push({ file: this.#file, line, column: 1, path: '', reason })
  }

  /** The articles that are being read: of the last annex, or of the agreement itself. */
  get #body(): Draft[] {
    return this.annexes.at(-1)?.articles ?? this.articles
  }

  #annex(line: number, number: number, title: string) {
    if (number !== this.annexes.length + 1) this.#fault(line, `annex ${this.annexes.length + 1} is expected here, not ${number}`)
    this.annexes.push({ number, title, articles: [], line })
  }

  #article(line: number, number: number, title: string) {
    const expected = this.#body.length + 1
    if (number !== expected) this.#fault(line, `article ${expected} is expected here, not ${number}`)
    this.#body.push({ number, title, paragraphs: [], line })
  }

  #paragraph(line: number, number: number, text: string) {
    const article = this.#body.at(-1)
    if (article === undefined) return this.#fault(line, 'a paragraph before the first article')
    if (number !== article.paragraphs.length + 1)
      this.#fault(line, `paragraph ${article.paragraphs.length + 1} is expected here, not ${number}`)
    article.paragraphs.push(text)
  }

  #item(line: number, text: string) {
    const paragraphs = this.#body.at(-1)?.paragraphs
    if (paragraphs === undefined || paragraphs.length === 0) return this.#fault(line, 'a point without a paragraph')
    paragraphs[paragraphs.length - 1] += `\n${text}`
  }

  read(text: string, line: number) {
    const forms = [titleLine, annexLine, articleLine, paragraphLine, itemLine].map((form) => form.exec(text))
    const [title, annex, article, paragraph, item] = forms
    if (title?.[1] !== undefined && this.title === '') this.title = title[1]
    else if (annex?.[1] !== undefined && annex[2] !== undefined) this.#annex(line, Number(annex[1]), annex[2])
    else if (article?.[1] !== undefined && article[2] !== undefined) this.#article(line, Number(article[1]), article[2])
    else if (paragraph?.[1] !== undefined && paragraph[2] !== undefined) this.#paragraph(line, Number(paragraph[1]), paragraph[2])
    else if (item?.[1] !== undefined) this.#item(line, item[1])
    else if (text.trim() !== '')
      this.#fault(line, 'neither a title, an annex, an article, a numbered paragraph nor a point indented by three spaces')
  }
}

/**
 * Reads an agreement's text: `# Title`, `## Article 1. Title` (in Serbian `## Član 1. …`), `1. paragraph` on one line each, and below
 * a paragraph its points, indented by three spaces (`   1) …`), each of which becomes a line of its own in the paragraph. After the articles come the annexes,
 * `# Annex 1. Title` (in Serbian `# Prilog 1. …`), with articles numbered from 1 again.
 */
export const readAgreementText = (file: string, text: string): AgreementText | { readonly faults: readonly Fault[] } => {
  const reader = new TextReader(file)
  for (const [index, line] of text.split(/\r?\n/u).entries()) reader.read(line.trimEnd(), index + 1)
  const all = [...reader.articles, ...reader.annexes.flatMap(({ articles }) => articles)]
  const empty = all.filter((article) => article.paragraphs.length === 0)
  const faults = [
    ...reader.faults,
    ...empty.map(({ line, number }) => ({ file, line, column: 1, path: '', reason: `article ${number} has no paragraph` })),
  ]
  return faults.length > 0 ? { faults } : { file, title: reader.title, articles: reader.articles, annexes: reader.annexes }
}

/** Reads the file of one language; never throws. */
export const loadAgreementText = async (file: string): Promise<AgreementText | { readonly faults: readonly Fault[] }> => {
  try {
    return readAgreementText(file, await readFile(file, 'utf8'))
  } catch (error) {
    return { faults: [unreadable(file, error)] }
  }
}
