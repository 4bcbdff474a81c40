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

/** A whole agreement in one language. */
export interface AgreementText {
  readonly file: string
  readonly title: string
  readonly articles: readonly ArticleText[]
}

type Draft = { number: number; title: string; paragraphs: string[]; line: number }

const titleLine = /^# (.+)$/u
const articleLine = /^## \p{L}+ (\d+)\. (.+)$/u
const paragraphLine = /^(\d+)\. (.+)$/u
const itemLine = /^ {3}(\d+\) .+)$/u

class TextReader {
  title = ''
  readonly articles: Draft[] = []
  readonly faults: Fault[] = []
  readonly #file: string
  constructor(file: string) {
    this.#file = file
  }

  #fault(line: number, reason: string) {
    this.faults.push({ file: this.#file, line, column: 1, path: '', reason })
  }

  #article(line: number, number: number, title: string) {
    if (number !== this.articles.length + 1) this.#fault(line, `article ${this.articles.length + 1} is expected here, not ${number}`)
    this.articles.push({ number, title, paragraphs: [], line })
  }

  #paragraph(line: number, number: number, text: string) {
    const article = this.articles.at(-1)
    if (article === undefined) return this.#fault(line, 'a paragraph before the first article')
    if (number !== article.paragraphs.length + 1)
      this.#fault(line, `paragraph ${article.paragraphs.length + 1} is expected here, not ${number}`)
    article.paragraphs.push(text)
  }

  #item(line: number, text: string) {
    const paragraphs = this.articles.at(-1)?.paragraphs
    if (paragraphs === undefined || paragraphs.length === 0) return this.#fault(line, 'a point without a paragraph')
    paragraphs[paragraphs.length - 1] += `\n${text}`
  }

  read(text: string, line: number) {
    const [title, article, paragraph, item] = [titleLine, articleLine, paragraphLine, itemLine].map((form) => form.exec(text))
    if (title?.[1] !== undefined && this.title === '') this.title = title[1]
    else if (article?.[1] !== undefined && article[2] !== undefined) this.#article(line, Number(article[1]), article[2])
    else if (paragraph?.[1] !== undefined && paragraph[2] !== undefined) this.#paragraph(line, Number(paragraph[1]), paragraph[2])
    else if (item?.[1] !== undefined) this.#item(line, item[1])
    else if (text.trim() !== '') this.#fault(line, 'neither a title, an article, a numbered paragraph nor a point indented by three spaces')
  }
}

/**
 * Reads an agreement's text: `# Title`, `## Article 1. Title` (in Serbian `## Član 1. …`), `1. paragraph` on one line each, and below
 * a paragraph its points, indented by three spaces (`   1) …`), each of which becomes a line of its own in the paragraph.
 */
export const readAgreementText = (file: string, text: string): AgreementText | { readonly faults: readonly Fault[] } => {
  const reader = new TextReader(file)
  for (const [index, line] of text.split(/\r?\n/u).entries()) reader.read(line.trimEnd(), index + 1)
  const empty = reader.articles.filter((article) => article.paragraphs.length === 0)
  const faults = [
    ...reader.faults,
    ...empty.map(({ line, number }) => ({ file, line, column: 1, path: '', reason: `article ${number} has no paragraph` })),
  ]
  return faults.length > 0 ? { faults } : { file, title: reader.title, articles: reader.articles }
}

/** Reads the file of one language; never throws. */
export const loadAgreementText = async (file: string): Promise<AgreementText | { readonly faults: readonly Fault[] }> => {
  try {
    return readAgreementText(file, await readFile(file, 'utf8'))
  } catch (error) {
    return { faults: [unreadable(file, error)] }
  }
}
