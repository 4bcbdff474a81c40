import { readFile } from 'node:fs/promises'
import type { PrintedDocument } from './printed-document.ts'
import { Typesetter } from './typesetter.ts'

/** A template with the shape of what it sets. */
export interface Template<Data> {
  readonly file: URL
  /** Never there; it ties the data to the template. */
  readonly data?: Data
}

/** The one template of the house: a document on A4. */
export const documentTemplate: Template<PrintedDocument> = { file: new URL('../templates/document.typ', import.meta.url) }

const typesetter = new Typesetter()
const sources = new Map<string, Promise<string>>()

const sourceOf = (file: URL): Promise<string> => {
  const known = sources.get(file.href)
  if (known !== undefined) return known
  const read = readFile(file, 'utf8')
  sources.set(file.href, read)
  return read
}

/**
 * Sets data in a template as a tagged PDF (PDF/UA-1). Data goes in as data and never as source; nothing is fetched.
 * @throws TypesetterBusy when too many documents wait
 * @example await renderPdf(documentTemplate, { title: { text: 'Plan', lang: 'sr' }, … })
 */
export const renderPdf = async <Data>(template: Template<Data>, data: Data): Promise<Uint8Array> =>
  typesetter.render(await sourceOf(template.file), JSON.stringify(data))
