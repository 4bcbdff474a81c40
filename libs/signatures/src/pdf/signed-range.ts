import { lengthOfValue } from '../cms/der.ts'
import type { Revision } from './revisions.ts'
import type { FoundSignature } from './signature-field.ts'
import { isArray, isDictionary, nameOf, type PdfDictionary, PdfText } from './values.ts'

/** A signature with what it signs. */
export interface SignedRange {
  readonly kind: 'signature' | 'timestamp'
  /** The form that it says it has. */
  readonly subFilter: string
  /** The container, without the zeros behind it. */
  readonly container: Uint8Array
  /** What is signed: the file up to the container, and from there to the end of the update. */
  readonly signed: readonly [Uint8Array, Uint8Array]
  /** When it says it was signed. */
  readonly claimed: Date | null
  /** It forbids every later change but evidence. */
  readonly closes: boolean
}

export type RangeFault = 'covers-not-all' | 'broken-signature'

/**
 * Takes a signature out of its update. It must sign all of the file up to the end of that update, except its own value, and
 * the value must be written in one way only, so that no byte of the file is without meaning.
 */
export function signedRangeOf(bytes: Uint8Array, revision: Revision, { dictionary }: FoundSignature): SignedRange | RangeFault {
  const contents = dictionary.get('Contents')
  const range = dictionary.get('ByteRange')
  if (!(contents instanceof PdfText) || !contents.hex) return 'broken-signature'
  if (!isArray(range) || !range.every((one): one is number => typeof one === 'number')) return 'broken-signature'
  const [start, length, second, rest] = range
  const end = (second ?? 0) + (rest ?? 0)
  const last = revision.to === bytes.length
  const covers = start === 0 && length === contents.from && second === contents.to && range.length === 4
  if (!covers || end < revision.marked || end > revision.to || (last && end !== bytes.length)) return 'covers-not-all'
  const container = containerIn(bytes, contents)
  if (container === null) return 'broken-signature'
  const type = nameOf(dictionary.get('Type'))
  return {
    kind: type === 'DocTimeStamp' ? 'timestamp' : 'signature',
    subFilter: nameOf(dictionary.get('SubFilter')) ?? '',
    container,
    signed: [bytes.subarray(0, contents.from), bytes.subarray(contents.to, end)],
    claimed: dateOf(dictionary.get('M')),
    closes: closes(dictionary),
  }
}

/** The container in the string: hexadecimal in one case, without white space, and nothing but zeros behind it. */
function containerIn(bytes: Uint8Array, contents: PdfText): Uint8Array | null {
  const digits = Buffer.from(bytes.subarray(contents.from + 1, contents.to - 1)).toString('latin1')
  if (!/^([0-9a-f]{2})+$/u.test(digits) && !/^([0-9A-F]{2})+$/u.test(digits)) return null
  const length = lengthOfValue(contents.bytes)
  if (length === null) return null
  return contents.bytes.subarray(length).every((byte) => byte === 0) ? contents.bytes.subarray(0, length) : null
}

/** A date as PDF writes it. */
function dateOf(value: unknown): Date | null {
  if (!(value instanceof PdfText)) return null
  const found = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z.*|([+-])(\d{2})'?(\d{2})?'?)?$/u.exec(
    Buffer.from(value.bytes).toString('latin1'),
  )
  if (found === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number)
  const ahead = (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0)) * (found[7] === '-' ? -1 : 1)
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - ahead * 60_000)
}

/** Whether a certifying signature allows no change at all (DocMDP, level 1). */
function closes(dictionary: PdfDictionary): boolean {
  const references = dictionary.get('Reference')
  if (!isArray(references)) return false
  return references.some((reference) => {
    if (!isDictionary(reference) || nameOf(reference.get('TransformMethod')) !== 'DocMDP') return false
    const parameters = reference.get('TransformParams')
    return isDictionary(parameters) && parameters.get('P') === 1
  })
}
