import { type Place, readSection, readSections, type Section } from './cross-reference.ts'
import { Cursor } from './cursor.ts'
import { PdfDocument } from './document.ts'
import { readObject } from './read-object.ts'
import { isDictionary, nameOf, PdfFault, type PdfObject } from './values.ts'

/** One incremental update: what was added to a file at its end. */
export interface Revision {
  readonly from: number
  /** Behind its last `%%EOF`. */
  readonly marked: number
  /** Where the next one begins, or the file ends; between `marked` and here is white space alone. */
  readonly to: number
  /** The file as it was before. */
  readonly before: PdfDocument
  readonly after: PdfDocument
  /** The objects that it says anew, by number, without what only holds others. */
  readonly said: ReadonlyMap<number, PdfObject>
}

const mostUpdates = 100

/**
 * Reads what was added to a file behind its first `length` bytes, from front to back, so that nothing in it stays unread: each
 * object is in the cross-references and each cross-reference leads to an object that was read.
 * The updates come one by one, each before the next is read.
 * @throws PdfFault when it is anything but whole incremental updates
 */
export function readRevisions(bytes: Uint8Array, length: number): { base: PdfDocument; revisions: Generator<Revision> } {
  const base = new PdfDocument(bytes, readSections(bytes.subarray(0, length)))
  return { base, revisions: revisionsBehind(bytes, length, base) }
}

function* revisionsBehind(bytes: Uint8Array, length: number, base: PdfDocument): Generator<Revision> {
  const cursor = new Cursor(bytes, length)
  let before = base
  let count = 0
  for (cursor.skipWhite(); cursor.here >= 0; cursor.skipWhite()) {
    count += 1
    if (count > mostUpdates) throw new PdfFault('too many updates')
    const revision = readRevision(cursor, before, before.sections[0]?.at ?? 0)
    yield revision
    before = revision.after
  }
}

function readRevision(cursor: Cursor, before: PdfDocument, lastAt: number): Revision {
  const from = cursor.at
  const inFile = new Map<number, PdfObject>()
  const section = readUpToSection(cursor, inFile)
  if (section.trailer.get('Prev') !== lastAt || section.trailer.has('Encrypt')) throw new PdfFault('the update stands on something else')
  cursor.skipNotes()
  cursor.expect('startxref')
  cursor.skipWhite()
  if (cursor.whole() !== section.at) throw new PdfFault('the update points elsewhere')
  cursor.skipWhite()
  cursor.expect('%%EOF')
  const marked = cursor.at
  cursor.skipWhite()
  const after = new PdfDocument(cursor.bytes, [section, ...before.sections])
  return { from, marked, to: cursor.at, before, after, said: saidIn(section, inFile, before, after) }
}

function readUpToSection(cursor: Cursor, inFile: Map<number, PdfObject>): Section {
  for (cursor.skipNotes(); !cursor.startsWith('xref'); cursor.skipNotes()) {
    const at = cursor.at
    const object = readObject(cursor)
    if (isDictionary(object.value) && nameOf(object.value.get('Type')) === 'XRef') {
      cursor.at = at
      return readSection(cursor)
    }
    if (inFile.has(object.number)) throw new PdfFault(`object ${object.number} stands twice`)
    inFile.set(object.number, object)
  }
  return readSection(cursor)
}

function saidIn(section: Section, inFile: ReadonlyMap<number, PdfObject>, before: PdfDocument, after: PdfDocument): Map<number, PdfObject> {
  const said = new Map<number, PdfObject>()
  for (const [number, place] of section.places) if (isSaid(section, inFile, before, number, place)) said.set(number, found(after, number))
  if ([...inFile.keys()].some((number) => !said.has(number))) throw new PdfFault('an object that nothing refers to')
  for (const number of holders(section, inFile)) {
    if (before.object(number) !== null) throw new PdfFault('what holds others takes the number of something else')
    said.delete(number)
  }
  return said
}

/** Whether an entry leads to an object of this update; if not, it says nothing new. @throws PdfFault when it leads elsewhere */
function isSaid(section: Section, inFile: ReadonlyMap<number, PdfObject>, before: PdfDocument, number: number, place: Place): boolean {
  if (place.kind === 'packed' && inFile.has(place.within)) return true
  if (place.kind === 'file' && inFile.get(number)?.at === place.at) return true
  const itself = place.kind === 'file' && place.at === section.at && number === section.number
  const nothing = place.kind === 'free' && before.object(number) === null
  if (itself || nothing || repeats(before, number, place)) return false
  throw new PdfFault('a reference leads elsewhere')
}

/** The objects that only hold others: object streams, and the cross-references themselves. */
const holders = (section: Section, inFile: ReadonlyMap<number, PdfObject>): number[] => [
  ...(section.number === null ? [] : [section.number]),
  ...[...inFile].filter(([, { value }]) => isDictionary(value) && nameOf(value.get('Type')) === 'ObjStm').map(([number]) => number),
]

function found(document: PdfDocument, number: number): PdfObject {
  const object = document.object(number)
  if (object === null) throw new PdfFault(`object ${number} is missing`)
  return object
}

/** Whether an entry only says again what held before. */
function repeats(before: PdfDocument, number: number, place: Place): boolean {
  const held = before.sections.find(({ places }) => places.has(number))?.places.get(number)
  return held?.kind === 'file' && place.kind === 'file' && held.at === place.at
}
