import { Cursor } from './cursor.ts'
import { readValue } from './read-value.ts'
import { isDictionary, PdfFault, type PdfObject, PdfRef } from './values.ts'

/** Reads `n g obj … endobj` at the cursor. @throws PdfFault */
export function readObject(cursor: Cursor): PdfObject {
  const at = cursor.at
  const number = cursor.whole()
  cursor.skipWhite()
  const generation = cursor.whole()
  cursor.skipWhite()
  cursor.expect('obj')
  const value = readValue(cursor)
  cursor.skipWhite()
  const stream = cursor.startsWith('stream') ? readStream(cursor, isDictionary(value) ? value.get('Length') : undefined) : null
  cursor.skipWhite()
  cursor.expect('endobj')
  return { number, generation, value, stream, at }
}

/** The length is what the dictionary says; where it only says where the length stands, the first `endstream` ends it. */
function readStream(cursor: Cursor, length: unknown): { from: number; to: number } {
  cursor.expect('stream')
  if (!cursor.take('\r\n') && !cursor.take('\n')) throw new PdfFault('a stream begins wrongly')
  const from = cursor.at
  const to = typeof length === 'number' ? from + length : length instanceof PdfRef ? endOfStream(cursor) : Number.NaN
  if (!Number.isInteger(to) || to < from || to > cursor.end) throw new PdfFault('a stream has no length')
  cursor.at = to
  cursor.endOfLine()
  cursor.expect('endstream')
  return { from, to }
}

function endOfStream(cursor: Cursor): number {
  const bytes = Buffer.from(cursor.bytes.buffer, cursor.bytes.byteOffset, cursor.end)
  const found = bytes.indexOf('endstream', cursor.at, 'latin1')
  if (found < 0) throw new PdfFault('a stream does not end')
  const beforeLine = bytes[found - 1] === 10 ? found - 1 : found
  return bytes[beforeLine - 1] === 13 ? beforeLine - 1 : beforeLine
}

/** The objects in an object stream, in order, as its unpacked bytes tell. @throws PdfFault */
export function readMembers(unpacked: Uint8Array, count: unknown, first: unknown): PdfObject[] {
  if (typeof count !== 'number' || typeof first !== 'number' || count > 100_000) throw new PdfFault('an unusual object stream')
  const head = new Cursor(unpacked)
  const places = Array.from({ length: count }, () => {
    head.skipWhite()
    const number = head.whole()
    head.skipWhite()
    return { number, at: first + head.whole() }
  })
  return places.map(({ number, at }) => ({ number, generation: 0, value: readValue(new Cursor(unpacked, at)), stream: null, at: null }))
}
