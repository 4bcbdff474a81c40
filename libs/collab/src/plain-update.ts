import type { KnownTexts } from './known-texts.ts'
import { StrictReader } from './strict-reader.ts'

/** An id in a document: the number of a writer, and how much they had written before. */
export interface Place {
  readonly client: number
  readonly clock: number
}

/** Words, or the beginning or end of a mark, as the wire has them. */
export interface PlainStruct {
  readonly kind: typeof words | typeof mark
  readonly clock: number
  readonly length: number
  readonly origin: Place | null
  readonly right: Place | null
  /** The text, said by its id; only where there is neither origin nor right. */
  readonly parent: Place | null
  /** The text that it is in, as {@link KnownTexts} numbers it. */
  readonly text: number
  /** What comes after the place: for words their UTF-8, for a mark its name and value as they came. */
  readonly content: Uint8Array
}

/** A range that is deleted. */
export interface Deletion extends Place {
  readonly length: number
}

/** An update that is nothing but typing in texts that are known: what it adds, one after the other, and what it deletes. */
export interface PlainUpdate {
  readonly structs: readonly PlainStruct[]
  readonly deletions: readonly Deletion[]
  /** The clock of its writer before and after it. */
  readonly start: number
  readonly end: number
}

/** What is known where an update arrives. */
export interface Known {
  /** The writer number of the connection and its next clock. */
  readonly own: number
  readonly ownEnd: number
  /** The next clock of another writer, of what is on disk. */
  clockOf(clientId: number): number
  readonly texts: KnownTexts
}

/** The references of the contents that plain typing consists of. */
export const words = 4
export const mark = 6
const kinds = 0b11111
const hasOrigin = 0b10000000
const hasRight = 0b01000000
const hasKey = 0b00100000

/** An update with more than this is no typing by hand; it is tried. */
const most = { bytes: 4_096, structs: 64, ranges: 64, writers: 16, deleted: 4_096, markValue: 512 } as const
const markName = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads an update of typing without any document, or answers null: then it may be good all the same, and a trial must say.
 *
 * What is accepted here is committed and sent on untried, so each condition stands for something that a document would
 * otherwise have to show (rule D14):
 * - only the connection's own number, from exactly its next clock: nothing is forged, missing or repeated;
 * - only words and marks: no types, so nothing gets deeper; no binary, no documents within; nothing with a key, so that
 *   no value of a map is replaced, which would delete without saying so;
 * - the place is said by ids that are known to be words or marks of one and the same living text (or by the id of such a text):
 *   they are there, so nothing stays pending; they are no collected range, where replicas could differ over what is kept;
 *   and parent, root and depth are theirs, which passed a trial;
 * - of others only what is on disk: what they sent and is not committed yet may still be dropped;
 * - only words and marks are deleted, and only such as are known: no type goes, so what is known of the texts stays true;
 * - words are valid UTF-8 as the decoder of all replicas reads it, values of marks are JSON, numbers are in their shortest
 *   form, nothing is left over, everything is small: reading and applying it cannot throw or take long.
 */
export const readPlainUpdate = (update: Uint8Array, known: Known): PlainUpdate | null => {
  if (update.byteLength > most.bytes) return null
  const reader = new StrictReader(update)
  const structs = readStructs(reader, known)
  if (structs === null) return null
  const last = structs.at(-1)
  const end = last === undefined ? known.ownEnd : last.clock + last.length
  const deletions = readDeletions(reader, known, structs, end)
  if (deletions === null || !reader.complete || structs.length + deletions.length === 0) return null
  return { structs, deletions, start: known.ownEnd, end }
}

const readStructs = (reader: StrictReader, known: Known): PlainStruct[] | null => {
  const writers = reader.uint()
  if (writers === 0) return []
  const count = reader.uint()
  const client = reader.uint()
  const clock = reader.uint()
  if (writers !== 1 || count === 0 || count > most.structs || client !== known.own || clock !== known.ownEnd) return null
  const structs: PlainStruct[] = []
  for (let next = clock; structs.length < count; ) {
    const struct = readStruct(reader, known, next, structs)
    if (struct === null) return null
    structs.push(struct)
    next += struct.length
  }
  return structs
}

const readStruct = (reader: StrictReader, known: Known, clock: number, before: readonly PlainStruct[]): PlainStruct | null => {
  const info = reader.byte()
  const kind = info & kinds
  if ((kind !== words && kind !== mark) || (info & hasKey) !== 0) return null
  const origin = (info & hasOrigin) === 0 ? null : readPlace(reader)
  const right = (info & hasRight) === 0 ? null : readPlace(reader)
  const parent = origin === null && right === null ? readParent(reader) : null
  const text = textOf(origin, right, parent, known, before)
  if (text === 0) return null
  const content = kind === words ? reader.take(reader.uint()) : readMark(reader)
  if (content === null) return null
  const length = kind === words ? lengthOfText(content) : 1
  return reader.failed || length === 0 ? null : { kind, clock, length, origin, right, parent, text, content }
}

const readPlace = (reader: StrictReader): Place => ({ client: reader.uint(), clock: reader.uint() })

/** A text by its id; a root by its name is for the trial. */
const readParent = (reader: StrictReader): Place | null => (reader.uint() === 0 ? readPlace(reader) : null)

/** The one living text that all of a struct's places lie in; 0 when that is not known. */
const textOf = (origin: Place | null, right: Place | null, parent: Place | null, known: Known, before: readonly PlainStruct[]): number => {
  if (parent !== null) return isHere(parent, known) ? known.texts.textWithId(parent.client, parent.clock) : 0
  const left = origin === null ? 0 : textAt(origin, known, before)
  if (right === null) return left
  const onRight = textAt(right, known, before)
  return origin === null || left === onRight ? onRight : 0
}

const textAt = ({ client, clock }: Place, known: Known, before: readonly PlainStruct[]): number => {
  if (client !== known.own) return isHere({ client, clock }, known) ? known.texts.textAt(client, clock) : 0
  if (clock < known.ownEnd) return known.texts.textAt(client, clock)
  return before.find((struct) => clock < struct.clock + struct.length)?.text ?? 0
}

/** Of others only what is on disk is here: the rest may still be dropped. */
const isHere = ({ client, clock }: Place, known: Known): boolean => client === known.own || clock < known.clockOf(client)

/** The length of words as documents count it, in UTF-16; 0 when they are none that every replica reads alike. */
const lengthOfText = (utf8: Uint8Array): number => {
  if (utf8.every((byte) => byte < 128)) return utf8.byteLength
  try {
    return strictText.decode(utf8).length
  } catch {
    return 0
  }
}

/** The name and value of a mark as they stand; null when they are not of a kind that is known to be harmless. */
const readMark = (reader: StrictReader): Uint8Array | null => {
  const name = reader.take(reader.uint())
  const value = reader.take(reader.uint())
  if (reader.failed || value.byteLength > most.markValue) return null
  try {
    if (!markName.test(strictText.decode(name))) return null
    JSON.parse(strictText.decode(value))
  } catch {
    return null
  }
  // The numbers were in their shortest form, so the bytes can be told from the parts.
  return markBytes(name, value)
}

const markBytes = (name: Uint8Array, value: Uint8Array): Uint8Array => {
  const lengthOfValue = value.byteLength < 128 ? [value.byteLength] : [(value.byteLength & 127) | 128, value.byteLength >> 7]
  return Uint8Array.from([name.byteLength, ...name, ...lengthOfValue, ...value])
}

const readDeletions = (reader: StrictReader, known: Known, structs: readonly PlainStruct[], end: number): Deletion[] | null => {
  const writers = reader.uint()
  if (writers > most.writers) return null
  const deletions: Deletion[] = []
  let deleted = 0
  for (let left = writers; left > 0; left -= 1) {
    const client = reader.uint()
    const ranges = reader.uint()
    if (ranges === 0 || deletions.length + ranges > most.ranges) return null
    for (let range = 0; range < ranges; range += 1) {
      const deletion = { client, clock: reader.uint(), length: reader.uint() }
      deleted += deletion.length
      if (deletion.length === 0 || deleted > most.deleted || !mayDelete(deletion, known, structs, end)) return null
      deletions.push(deletion)
    }
  }
  return deletions
}

/** Is a range words and marks alone, all of them here? What the update itself adds is. */
const mayDelete = ({ client, clock, length }: Deletion, known: Known, structs: readonly PlainStruct[], end: number): boolean => {
  const until = clock + length
  if (client !== known.own) return until <= known.clockOf(client) && known.texts.covers(client, clock, until)
  if (until > end) return false
  const old = Math.min(until, known.ownEnd)
  return (clock >= known.ownEnd && structs.length > 0) || known.texts.covers(client, clock, old)
}
