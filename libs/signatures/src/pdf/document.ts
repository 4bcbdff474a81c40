import type { Section } from './cross-reference.ts'
import { Cursor } from './cursor.ts'
import { readMembers, readObject } from './read-object.ts'
import { unpack } from './unpack.ts'
import { isArray, isDictionary, nameOf, type PdfDictionary, PdfFault, type PdfObject, PdfRef, type PdfValue } from './values.ts'

/** A PDF as one of its revisions leaves it: what each object number says now. */
export class PdfDocument {
  readonly #bytes: Uint8Array
  /** The newest first. */
  readonly sections: readonly Section[]
  readonly #read = new Map<number, PdfObject | null>()
  readonly #members = new Map<number, readonly PdfObject[]>()

  constructor(bytes: Uint8Array, sections: readonly Section[]) {
    this.#bytes = bytes
    this.sections = sections
  }

  get trailer(): PdfDictionary {
    return this.sections[0]?.trailer ?? new Map()
  }

  /** What a number says, or null when it says nothing. @throws PdfFault when it cannot be read */
  object(number: number): PdfObject | null {
    const known = this.#read.get(number)
    if (known !== undefined) return known
    const object = this.#find(number)
    this.#read.set(number, object)
    return object
  }

  /** Follows references to the value. @throws PdfFault */
  resolve(value: PdfValue | undefined): PdfValue {
    for (let now = value ?? null, steps = 0; ; steps += 1) {
      if (!(now instanceof PdfRef)) return now
      if (steps > 20) throw new PdfFault('references in a circle')
      now = this.object(now.number)?.value ?? null
    }
  }

  /** @throws PdfFault when the value is no dictionary */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolve(value)
    if (!isDictionary(found)) throw new PdfFault('expected a dictionary')
    return found
  }

  /** The values of an array, or of none. @throws PdfFault when there is something else */
  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value)
    if (found === null) return []
    if (!isArray(found)) throw new PdfFault('expected an array')
    return found
  }

  get root(): PdfDictionary {
    return this.dictionary(this.trailer.get('Root'))
  }

  /** The packed bytes of a stream, unpacked. @throws PdfFault */
  streamOf(object: PdfObject): Uint8Array {
    if (object.stream === null || !isDictionary(object.value)) throw new PdfFault('expected a stream')
    const said = this.resolve(object.value.get('Length'))
    if (said !== object.stream.to - object.stream.from) throw new PdfFault('a stream has another length')
    return unpack(object.value, this.#bytes.subarray(object.stream.from, object.stream.to))
  }

  #find(number: number): PdfObject | null {
    const place = this.sections.find(({ places }) => places.has(number))?.places.get(number)
    if (place === undefined || place.kind === 'free') return null
    if (place.kind === 'packed') return this.#member(number, place.within, place.index)
    const object = readObject(new Cursor(this.#bytes, place.at))
    if (object.number !== number || object.generation !== place.generation) throw new PdfFault(`object ${number} is not where it should be`)
    return object
  }

  #member(number: number, within: number, index: number): PdfObject {
    const object = this.#membersOf(within)[index]
    if (object?.number !== number) throw new PdfFault(`object ${number} is not where it should be`)
    return object
  }

  #membersOf(within: number): readonly PdfObject[] {
    const known = this.#members.get(within)
    if (known !== undefined) return known
    const holder = this.object(within)
    if (holder === null || !isDictionary(holder.value) || nameOf(holder.value.get('Type')) !== 'ObjStm')
      throw new PdfFault('no object stream')
    const members = readMembers(this.streamOf(holder), holder.value.get('N'), holder.value.get('First'))
    this.#members.set(within, members)
    return members
  }
}

/** A page with its own number and dictionary. */
export interface PdfPage {
  readonly number: number
  readonly dictionary: PdfDictionary
  /** Left, bottom, right, top: its own, or what it inherits. */
  readonly mediaBox: readonly PdfValue[]
}

const mostPages = 20_000

/** The pages in order. @throws PdfFault when the tree is none */
export function pagesOf(document: PdfDocument): PdfPage[] {
  const pages: PdfPage[] = []
  const seen = new Set<number>()
  const walk = (value: PdfValue | undefined, inherited: readonly PdfValue[], depth: number): void => {
    if (!(value instanceof PdfRef) || seen.has(value.number) || depth > 40 || pages.length > mostPages)
      throw new PdfFault('no tree of pages')
    seen.add(value.number)
    const dictionary = document.dictionary(value)
    const mediaBox = dictionary.has('MediaBox') ? document.array(dictionary.get('MediaBox')) : inherited
    if (nameOf(dictionary.get('Type')) === 'Page') pages.push({ number: value.number, dictionary, mediaBox })
    else for (const kid of document.array(dictionary.get('Kids'))) walk(kid, mediaBox, depth + 1)
  }
  walk(document.root.get('Pages'), [], 0)
  return pages
}
