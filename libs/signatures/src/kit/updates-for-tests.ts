import { deflateSync } from 'node:zlib'
import { readSections } from '../pdf/cross-reference.ts'
import { PdfDocument, type PdfPage, pagesOf } from '../pdf/document.ts'
import { isArray, isDictionary, PdfName, PdfRef, PdfText, type PdfValue } from '../pdf/values.ts'

export const documentIn = (pdf: Uint8Array): PdfDocument => new PdfDocument(pdf, readSections(pdf))

/** The number of the catalogue. */
export const rootOf = (pdf: Uint8Array): number => {
  const root = documentIn(pdf).trailer.get('Root')
  return root instanceof PdfRef ? root.number : 0
}

/** The next number that nothing has. */
export const freeNumber = (pdf: Uint8Array): number => Number(documentIn(pdf).trailer.get('Size'))

export const firstPage = (pdf: Uint8Array): PdfPage => {
  const [page] = pagesOf(documentIn(pdf))
  if (page === undefined) throw new Error('no page')
  return page
}

/** A value as PDF writes it. */
export function written(value: PdfValue | undefined): string {
  if (value instanceof PdfName) return `/${value.name}`
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`
  if (value instanceof PdfText) return `<${Buffer.from(value.bytes).toString('hex')}>`
  if (isArray(value)) return `[${value.map(written).join(' ')}]`
  if (isDictionary(value)) return `<<${[...value].map(([key, one]) => `/${key} ${written(one)}`).join(' ')}>>`
  return String(value ?? null)
}

/** A dictionary with other entries; `null` takes one away. */
export const withEntries = (value: PdfValue | undefined, entries: Readonly<Record<string, string | null>>): string => {
  const kept = isDictionary(value) ? [...value].filter(([key]) => !(key in entries)).map(([key, one]) => `/${key} ${written(one)}`) : []
  const added = Object.entries(entries).flatMap(([key, one]) => (one === null ? [] : `/${key} ${one}`))
  return `<<${[...kept, ...added].join(' ')}>>`
}

export const streamOf = (text: string): string => `<</Length ${Buffer.byteLength(text, 'latin1')}>>\nstream\n${text}\nendstream`

/** Adds an incremental update with these objects, as any program would that changes a PDF without signing it. */
export function updated(
  pdf: Uint8Array,
  objects: Readonly<Record<number, string>>,
  trailer: Readonly<Record<string, string>> = {},
): Uint8Array {
  let body = '\n'
  const places: [number, number][] = []
  for (const [number, text] of Object.entries(objects)) {
    places.push([Number(number), pdf.length + Buffer.byteLength(body, 'latin1')])
    body += `${number} 0 obj\n${text}\nendobj\n`
  }
  const at = pdf.length + Buffer.byteLength(body, 'latin1')
  const table = places.map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = Math.max(freeNumber(pdf), ...places.map(([number]) => number + 1))
  const end = withEntries(new Map(), {
    Size: String(size),
    Root: `${rootOf(pdf)} 0 R`,
    Prev: String(documentIn(pdf).sections[0]?.at),
    ...trailer,
  })
  return Buffer.concat([pdf, Buffer.from(`${body}xref\n${table}trailer\n${end}\nstartxref\n${at}\n%%EOF\n`, 'latin1')])
}

/** The smallest PDF with these further objects, packed or not. */
export function smallPdf(objects: readonly string[], catalogue = ''): Uint8Array {
  const all = [
    `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
    '<</Type/Page/Parent 2 0 R>>',
    ...objects,
  ]
  let body = '%PDF-1.7\n'
  const places = all.map((object, index) => {
    const place = Buffer.byteLength(body, 'latin1')
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const at = Buffer.byteLength(body, 'latin1')
  const size = all.length + 1
  body += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

/** A stream that was packed once or several times. */
export function packedStream(bytes: Uint8Array, times = 1, entries = ''): string {
  let packed = bytes
  for (let n = 0; n < times; n += 1) packed = deflateSync(packed, { level: 9 })
  const filters = `[${'/FlateDecode '.repeat(times)}]`
  return `<</Length ${packed.length}/Filter ${filters} ${entries}>>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`
}
