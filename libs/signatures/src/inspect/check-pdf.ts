import { Cursor } from '../pdf/cursor.ts'
import { readValue } from '../pdf/read-value.ts'
import { isArray, isDictionary, nameOf, type PdfDictionary, PdfFault, type PdfValue } from '../pdf/values.ts'
import { carriedIn, collectNames, type Inspection } from './inspection.ts'
import type { PdfLimits } from './limits.ts'
import { Bomb, unpackWithin } from './measure-stream.ts'

type Reason = Extract<Inspection, { outcome: 'refused' }>['reason']

/** Says what a PDF is, without showing it: its size in every respect, and what it carries that could act. */
export async function checkPdf(bytes: Uint8Array, limits: PdfLimits): Promise<Inspection> {
  const reason = roughly(bytes, limits)
  if (reason !== null) return { outcome: 'refused', reason }
  try {
    return await new Walk(bytes, limits).run()
  } catch (fault) {
    if (fault instanceof Bomb) return { outcome: 'refused', reason: 'bomb' }
    if (fault instanceof PdfFault) return { outcome: 'refused', reason: 'not-a-pdf' }
    throw fault
  }
}

function roughly(bytes: Uint8Array, limits: PdfLimits): Reason | null {
  if (bytes.length > limits.bytes) return 'too-large'
  const [head, tail] = [bytes.subarray(0, 1_024), bytes.subarray(Math.max(0, bytes.length - 2_048))]
  const pdf = Buffer.from(head).includes('%PDF-') && Buffer.from(tail).includes('startxref') && Buffer.from(tail).includes('%%EOF')
  return pdf ? null : 'not-a-pdf'
}

/** Goes through the file object by object, as they stand, whatever its cross-references say. */
class Walk {
  readonly #bytes: Uint8Array
  readonly #text: string
  readonly #limits: PdfLimits
  readonly #names = new Set<string>()
  #objects = 0
  #pages = 0
  /** What the trees of pages say that they hold. */
  #claimedPages = 0
  #unpacked = 0

  constructor(bytes: Uint8Array, limits: PdfLimits) {
    this.#bytes = bytes
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    this.#limits = limits
  }

  async run(): Promise<Inspection> {
    const begins = /\d{1,10}\s+\d{1,5}\s+obj/gu
    let behind = 0
    for (let found = begins.exec(this.#text); found !== null; found = begins.exec(this.#text)) {
      this.#countObjects(1)
      const stream = this.#objectAt(found.index + found[0].length)
      if (stream !== null) {
        collectNames(this.#text.slice(behind, stream.from), this.#names)
        await this.#measure(stream.dictionary, this.#bytes.subarray(stream.from, stream.to))
        behind = stream.to
        begins.lastIndex = stream.to
      }
      if (this.#tooLarge()) return { outcome: 'refused', reason: 'too-large' }
    }
    collectNames(this.#text.slice(behind), this.#names)
    if (this.#names.has('Encrypt')) return { outcome: 'refused', reason: 'encrypted' }
    if (this.#objects === 0 || this.#pages === 0) return { outcome: 'refused', reason: 'not-a-pdf' }
    return { outcome: 'fine', pages: this.#pageCount, objects: this.#objects, unpacked: this.#unpacked, carries: carriedIn(this.#names) }
  }

  get #pageCount(): number {
    return Math.max(this.#pages, this.#claimedPages)
  }

  #tooLarge(): boolean {
    return this.#objects > this.#limits.objects || this.#pageCount > this.#limits.pages
  }

  #countObjects(count: number): void {
    this.#objects += count
  }

  /** Looks at an object; where its stream stands, if it has one. */
  #objectAt(at: number): { dictionary: PdfDictionary; from: number; to: number } | null {
    const cursor = new Cursor(this.#bytes, at)
    const value = readValue(cursor)
    this.#look(value)
    cursor.skipWhite()
    if (!isDictionary(value) || !cursor.take('stream')) return null
    cursor.endOfLine()
    const said = value.get('Length')
    const ends = typeof said === 'number' && /^\s{0,2}endstream/u.test(this.#text.slice(cursor.at + said, cursor.at + said + 11))
    const to = ends ? cursor.at + said : this.#text.indexOf('endstream', cursor.at)
    if (to < 0) throw new PdfFault('a stream does not end')
    return { dictionary: value, from: cursor.at, to }
  }

  #look(value: PdfValue): void {
    if (!isDictionary(value)) return
    const type = nameOf(value.get('Type'))
    const count = value.get('Count')
    if (type === 'Page') this.#pages += 1
    if (type === 'Pages' && typeof count === 'number') this.#claimedPages = Math.max(this.#claimedPages, count)
    const [width, height] = [value.get('Width'), value.get('Height')]
    if (typeof width === 'number' && typeof height === 'number' && width * height > this.#limits.pixels) throw new Bomb()
  }

  async #measure(dictionary: PdfDictionary, packed: Uint8Array): Promise<void> {
    const filters = dictionary.get('Filter') ?? dictionary.get('F')
    const named = (isArray(filters) ? filters : [filters]).flatMap((filter) => nameOf(filter) ?? [])
    if (named.length > 6) throw new Bomb()
    const holdsObjects = nameOf(dictionary.get('Type')) === 'ObjStm'
    const { length, bytes } = await unpackWithin(packed, named, this.#limits.unpacked - this.#unpacked, holdsObjects)
    this.#unpacked += length
    if (holdsObjects) this.#packedObjects(dictionary, bytes)
  }

  #packedObjects(dictionary: PdfDictionary, unpacked: Uint8Array): void {
    const [count, first] = [dictionary.get('N'), dictionary.get('First')]
    if (typeof count !== 'number' || typeof first !== 'number') throw new PdfFault('an unusual object stream')
    this.#countObjects(count)
    if (this.#tooLarge()) return
    const cursor = new Cursor(unpacked, first)
    collectNames(Buffer.from(unpacked).toString('latin1'), this.#names)
    for (cursor.skipWhite(); cursor.here >= 0; cursor.skipWhite()) this.#look(readValue(cursor))
  }
}
