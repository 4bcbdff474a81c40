import { Cursor } from './cursor.ts'
import { readObject } from './read-object.ts'
import { readValue } from './read-value.ts'
import { unpack } from './unpack.ts'
import { isArray, isDictionary, nameOf, type PdfDictionary, PdfFault } from './values.ts'

/** Where an object stands: in the file, in an object stream, or nowhere any more. */
export type Place =
  | { readonly kind: 'file'; readonly at: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly within: number; readonly index: number }
  | { readonly kind: 'free' }

/** One cross-reference section with its trailer. */
export interface Section {
  readonly at: number
  /** The number of the object that it is; null for a table. */
  readonly number: number | null
  readonly places: ReadonlyMap<number, Place>
  readonly trailer: PdfDictionary
}

/** More objects than this are in no document that people sign. */
const mostObjects = 500_000

/** Reads the section at the cursor, a table or a stream, and goes past it. @throws PdfFault */
export const readSection = (cursor: Cursor): Section => (cursor.startsWith('xref') ? readTable(cursor) : readCrossStream(cursor))

function readTable(cursor: Cursor): Section {
  const at = cursor.at
  cursor.expect('xref')
  const places = new Map<number, Place>()
  for (cursor.skipWhite(); !cursor.take('trailer'); cursor.skipWhite()) readSubsection(cursor, places)
  const trailer = readValue(cursor)
  if (!isDictionary(trailer) || trailer.has('XRefStm')) throw new PdfFault('an unusual trailer')
  return { at, number: null, places, trailer }
}

function readSubsection(cursor: Cursor, places: Map<number, Place>): void {
  const first = cursor.whole()
  cursor.skipWhite()
  const count = cursor.whole()
  if (count > mostObjects) throw new PdfFault('too many objects')
  for (let number = first; number < first + count; number += 1) {
    cursor.skipWhite()
    const at = cursor.whole()
    cursor.skipWhite()
    const generation = cursor.whole()
    cursor.skipWhite()
    const kind = cursor.regular()
    if (kind !== 'n' && kind !== 'f') throw new PdfFault('an unusual entry')
    put(places, number, kind === 'n' ? { kind: 'file', at, generation } : { kind: 'free' })
  }
}

function put(places: Map<number, Place>, number: number, place: Place): void {
  if (places.has(number)) throw new PdfFault(`object ${number} stands twice`)
  if (places.size >= mostObjects) throw new PdfFault('too many objects')
  places.set(number, place)
}

function readCrossStream(cursor: Cursor): Section {
  const object = readObject(cursor)
  if (!isDictionary(object.value) || object.stream === null || nameOf(object.value.get('Type')) !== 'XRef')
    throw new PdfFault('no cross-references')
  const bytes = unpack(object.value, cursor.bytes.subarray(object.stream.from, object.stream.to))
  return { at: object.at ?? 0, number: object.number, places: placesOf(object.value, bytes), trailer: object.value }
}

const wholes = (value: unknown): number[] =>
  Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0) ? (value as number[]) : []

function placesOf(dictionary: PdfDictionary, bytes: Uint8Array): Map<number, Place> {
  const [kindWidth = 0, oneWidth = 0, otherWidth = 0, ...more] = wholes(dictionary.get('W'))
  const index = isArray(dictionary.get('Index')) ? wholes(dictionary.get('Index')) : wholes([0, dictionary.get('Size')])
  const width = kindWidth + oneWidth + otherWidth
  const usual = oneWidth > 0 && more.length === 0 && [kindWidth, oneWidth, otherWidth].every((one) => one <= 6) && index.length % 2 === 0
  if (!usual || bytes.length % width !== 0) throw new PdfFault('unusual cross-references')
  const field = (from: number, length: number, otherwise: number): number =>
    length === 0 ? otherwise : bytes.subarray(from, from + length).reduce((value, byte) => value * 256 + byte, 0)
  const places = new Map<number, Place>()
  let at = 0
  for (let pair = 0; pair < index.length; pair += 2) {
    const first = index[pair] ?? 0
    const last = first + (index[pair + 1] ?? 0)
    for (let number = first; number < last; number += 1, at += width) {
      if (at + width > bytes.length) throw new PdfFault('cross-references end early')
      const one = field(at + kindWidth, oneWidth, 0)
      put(places, number, placeOf(field(at, kindWidth, 1), one, field(at + kindWidth + oneWidth, otherWidth, 0)))
    }
  }
  return places
}

function placeOf(kind: number, one: number, other: number): Place {
  if (kind === 0) return { kind: 'free' }
  if (kind === 1) return { kind: 'file', at: one, generation: other }
  if (kind === 2) return { kind: 'packed', within: one, index: other }
  throw new PdfFault('an unknown kind of entry')
}

/** Where the last section of a file begins, as its last lines say. @throws PdfFault */
export function lastSectionAt(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 1_024))).toString('latin1')
  const said = /startxref\s+(\d{1,10})\s+%%EOF\s*$/u.exec(tail)?.[1]
  if (said === undefined) throw new PdfFault('the file does not end as a PDF does')
  return Number(said)
}

/** The sections of a file, the newest first. @throws PdfFault */
export function readSections(bytes: Uint8Array): Section[] {
  const sections: Section[] = []
  for (let at: number | null = lastSectionAt(bytes); at !== null; ) {
    if (sections.length >= 200 || at >= bytes.length || sections.some((section) => section.at === at))
      throw new PdfFault('sections in a circle')
    const section: Section = readSection(new Cursor(bytes, at))
    sections.push(section)
    const before = section.trailer.get('Prev')
    at = typeof before === 'number' ? before : null
  }
  return sections
}
