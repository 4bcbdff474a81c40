import type { Cursor } from './cursor.ts'
import { PdfFault, PdfName, PdfRef, PdfText, type PdfValue } from './values.ts'

const deepest = 60

/** Reads the value at the cursor. @throws PdfFault on anything that could be read in two ways */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > deepest) throw new PdfFault('too deep')
  cursor.skipWhite()
  if (cursor.startsWith('<<')) return readDictionary(cursor, depth)
  if (cursor.here === 0x3c) return readHex(cursor)
  if (cursor.here === 0x28) return readLiteral(cursor)
  if (cursor.here === 0x2f) return new PdfName(readName(cursor))
  if (cursor.take('[')) return readArray(cursor, depth)
  return readWord(cursor)
}

/** Reads a name with its slash. A name that is written with escapes is the same name. */
export function readName(cursor: Cursor): string {
  cursor.expect('/')
  return cursor.regular().replaceAll(/#([0-9a-f]{2})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function readDictionary(cursor: Cursor, depth: number): PdfValue {
  cursor.expect('<<')
  const entries = new Map<string, PdfValue>()
  for (cursor.skipWhite(); !cursor.take('>>'); cursor.skipWhite()) {
    const key = readName(cursor)
    if (entries.has(key)) throw new PdfFault(`the key ${key} stands twice`)
    entries.set(key, readValue(cursor, depth + 1))
  }
  return entries
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  const values: PdfValue[] = []
  for (cursor.skipWhite(); !cursor.take(']'); cursor.skipWhite()) values.push(readValue(cursor, depth + 1))
  return values
}

function readHex(cursor: Cursor): PdfText {
  const from = cursor.at
  const to = cursor.bytes.indexOf(0x3e, from) + 1
  if (to === 0 || to > cursor.end) throw new PdfFault('a string does not end')
  const digits = Buffer.from(cursor.bytes.subarray(from + 1, to - 1))
    .toString('latin1')
    .replaceAll(/\s/gu, '')
  if (!/^[0-9a-f]*$/iu.test(digits)) throw new PdfFault('no hexadecimal string')
  cursor.at = to
  return new PdfText(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), from, to, true)
}

const escaped: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function readLiteral(cursor: Cursor): PdfText {
  const from = cursor.at
  const bytes: number[] = []
  let open = 1
  for (cursor.at += 1; open > 0; cursor.at += 1) {
    const byte = cursor.here
    if (byte < 0) throw new PdfFault('a string does not end')
    if (byte === 0x28) open += 1
    if (byte === 0x29) open -= 1
    if (byte === 0x5c) readEscape(cursor, bytes)
    else if (open > 0) bytes.push(byte)
  }
  return new PdfText(Uint8Array.from(bytes), from, cursor.at, false)
}

/** At a backslash; afterwards at the last byte that belongs to it. */
function readEscape(cursor: Cursor, bytes: number[]): void {
  cursor.at += 1
  const octal = /^[0-7]{1,3}/u.exec(Buffer.from(cursor.bytes.subarray(cursor.at, cursor.at + 3)).toString('latin1'))?.[0]
  if (octal !== undefined) {
    bytes.push(Number.parseInt(octal, 8) & 0xff)
    cursor.at += octal.length - 1
  } else if (cursor.here === 13 || cursor.here === 10) {
    if (cursor.startsWith('\r\n')) cursor.at += 1
  } else {
    bytes.push(escaped[String.fromCharCode(cursor.here)] ?? cursor.here & 0xff)
  }
}

function readWord(cursor: Cursor): PdfValue {
  const word = cursor.regular()
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/u.test(word)) throw new PdfFault(`no value at ${cursor.at}`)
  return /^\d{1,10}$/u.test(word) ? (readReference(cursor, Number(word)) ?? Number(word)) : Number(word)
}

/** Behind a whole number: whether it begins a reference. */
function readReference(cursor: Cursor, number: number): PdfRef | null {
  const before = cursor.at
  cursor.skipWhite()
  const generation = cursor.regular()
  cursor.skipWhite()
  if (/^\d{1,5}$/u.test(generation) && cursor.regular() === 'R') return new PdfRef(number, Number(generation))
  cursor.at = before
  return null
}
