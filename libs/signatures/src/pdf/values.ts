/** A name such as `/Type`, escapes resolved. */
export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A string, with where its token stands in the file: from the bracket to behind the bracket. */
export class PdfText {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
  /** Written between angle brackets. */
  readonly hex: boolean
  constructor(bytes: Uint8Array, from: number, to: number, hex: boolean) {
    this.bytes = bytes
    this.from = from
    this.to = to
    this.hex = hex
  }
}

/** A reference to an indirect object. */
export class PdfRef {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation: number) {
    this.number = number
    this.generation = generation
  }
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfRef | readonly PdfValue[] | PdfDictionary

/** An object with a number of its own. `stream` is where its packed bytes stand in the file. */
export interface PdfObject {
  readonly number: number
  readonly generation: number
  readonly value: PdfValue
  readonly stream: { readonly from: number; readonly to: number } | null
  /** Where it begins in the file; null when it came out of an object stream. */
  readonly at: number | null
}

/** The bytes do not follow the form; there is only one way in which we read, and no guessing. */
export class PdfFault extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'PdfFault'
  }
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)
export const nameOf = (value: PdfValue | undefined): string | null => (value instanceof PdfName ? value.name : null)

/** Whether two values say the same, however they are written. References are equal when they name the same object. */
export function sameValue(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one instanceof PdfName) return other instanceof PdfName && one.name === other.name
  if (one instanceof PdfRef) return other instanceof PdfRef && one.number === other.number && one.generation === other.generation
  if (one instanceof PdfText) return other instanceof PdfText && Buffer.compare(one.bytes, other.bytes) === 0
  if (isArray(one)) return isArray(other) && one.length === other.length && one.every((value, index) => sameValue(value, other[index]))
  if (isDictionary(one)) return isDictionary(other) && sameDictionary(one, other)
  return one === other
}

/** Whether two dictionaries say the same outside of the keys named. */
export const sameDictionary = (one: PdfDictionary, other: PdfDictionary, except: ReadonlySet<string> = new Set()): boolean =>
  [...new Set([...one.keys(), ...other.keys()])].every((key) => except.has(key) || sameValue(one.get(key), other.get(key)))
