/** One value of DER: its tag, and what is in it. */
export interface Der {
  readonly tag: number
  /** Its content; for what is made of other values, these. */
  readonly content: Uint8Array
  readonly parts: readonly Der[]
}

const deepest = 40

/**
 * Reads bytes as DER, in which each value can be written in one way only. Null when they are anything else: a length that is
 * written longer than it must be, a part that ends elsewhere than the whole, a number or truth written in another way.
 * Readers of BER that forgive such things are fine for what a signature covers; a container is not covered by one.
 *
 * One thing of BER is taken as it is, because whole families of programs write containers so: what is made of parts may, instead
 * of saying its length, end with an end mark. That too can be read in one way only.
 */
export function readDer(bytes: Uint8Array): Der | null {
  const read = readOne(bytes, 0, bytes.length, 0)
  return read !== null && read.to === bytes.length ? read.der : null
}

/** How long the value at the beginning is, head and end mark and all; null when it is none. */
export const lengthOfValue = (bytes: Uint8Array): number | null => readOne(bytes, 0, bytes.length, 0)?.to ?? null

function readOne(bytes: Uint8Array, from: number, end: number, depth: number): { der: Der; to: number } | null {
  const tag = bytes[from] ?? 0
  if (depth > deepest || from + 2 > end || (tag & 0x1f) === 0x1f || tag === endMark) return null
  const isOfParts = (tag & 0x20) !== 0
  if (isOfParts && bytes[from + 1] === 0x80) return readMarked(bytes, from, end, depth)
  const length = lengthAt(bytes, from + 1)
  const to = length === null ? Number.POSITIVE_INFINITY : length.from + length.value
  if (length === null || to > end) return null
  const parts = isOfParts ? readAll(bytes, length.from, to, depth + 1) : []
  const der = parts === null ? null : { tag, content: bytes.subarray(length.from, to), parts }
  return der !== null && isPlain(der) ? { der, to } : null
}

const endMark = 0

/** A value that says no length and ends with two zeros. */
function readMarked(bytes: Uint8Array, from: number, end: number, depth: number): { der: Der; to: number } | null {
  const parts: Der[] = []
  for (let at = from + 2; at + 2 <= end; ) {
    if (bytes[at] === endMark && bytes[at + 1] === 0) {
      const der = { tag: bytes[from] ?? 0, content: bytes.subarray(from + 2, at), parts }
      return isPlain(der) ? { der, to: at + 2 } : null
    }
    const part = readOne(bytes, at, end, depth + 1)
    if (part === null) return null
    parts.push(part.der)
    at = part.to
  }
  return null
}

function readAll(bytes: Uint8Array, from: number, end: number, depth: number): Der[] | null {
  const parts: Der[] = []
  for (let at = from; at < end; ) {
    const part = readOne(bytes, at, end, depth)
    if (part === null) return null
    parts.push(part.der)
    at = part.to
  }
  return parts
}

function lengthAt(bytes: Uint8Array, at: number): { value: number; from: number } | null {
  const first = bytes[at] ?? 0x80
  if (first < 0x80) return { value: first, from: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > 4 || at + count >= bytes.length) return null
  const value = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  const shortest = value >= 0x80 && bytes[at + 1] !== 0
  return shortest ? { value, from: at + 1 + count } : null
}

/** Truths, numbers and nothing have one form; of the values of the language, sequences and sets are made of parts, and no others. */
function isPlain({ tag, content }: Der): boolean {
  if (tag === 0x01) return content.length === 1 && (content[0] === 0 || content[0] === 0xff)
  if (tag === 0x02) return isShortestNumber(content)
  if (tag === 0x05) return content.length === 0
  if (tag === 0x06) return content.length > 0 && ((content.at(-1) ?? 0) & 0x80) === 0
  const ofParts = tag === 0x30 || tag === 0x31
  const isOfParts = (tag & 0x20) !== 0
  return tag >= 0x40 || isOfParts === ofParts
}

function isShortestNumber(content: Uint8Array): boolean {
  const [first, second = 0] = content
  if (first === undefined) return false
  return content.length === 1 || !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
}

/** Whether the parts have these tags, in order; a tag in `optional` may be missing. */
export function hasTags({ parts }: Der, tags: readonly number[], optional: readonly number[] = []): boolean {
  let at = 0
  for (const tag of tags) {
    if (parts[at]?.tag === tag) at += 1
    else if (!optional.includes(tag)) return false
  }
  return at === parts.length
}
