import { Readable } from 'node:stream'
import { constants, createInflate } from 'node:zlib'

/** The stream would unpack to more than it may. */
export class Bomb extends Error {}

/** Packings of pictures: what they unpack to is told by the size of the picture. */
const pictures = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode'])

/** What is held at once of a stream that is packed several times, or that holds objects. */
const mostHeld = 64_000_000

/** What a stream unpacks to: its length, and its bytes where they are needed and can be had. */
export interface Unpacked {
  readonly length: number
  readonly bytes: Uint8Array
}

/**
 * Unpacks a stream through its filters and never holds more than it must.
 * @param keep whether the bytes behind the last filter are needed
 * @throws Bomb when it unpacks to more than `most` bytes
 */
export async function unpackWithin(packed: Uint8Array, filters: readonly string[], most: number, keep: boolean): Promise<Unpacked> {
  const picture = filters.findIndex((filter) => pictures.has(filter))
  const own = picture < 0 ? filters : filters.slice(0, picture)
  let unpacked: Unpacked = { length: packed.length, bytes: packed }
  for (const [index, filter] of own.entries()) {
    const held = keep || index < own.length - 1
    unpacked = await unpackOne(unpacked.bytes, filter, held ? Math.min(most, mostHeld) : most, held)
    if (unpacked.length > most) throw new Bomb()
  }
  return unpacked
}

function unpackOne(bytes: Uint8Array, filter: string, most: number, keep: boolean): Unpacked | Promise<Unpacked> {
  if (filter === 'FlateDecode' || filter === 'Fl') return inflateWithin(bytes, most, keep)
  if (filter === 'LZWDecode' || filter === 'LZW') return counted(lzwLength(bytes), keep)
  if (filter === 'RunLengthDecode' || filter === 'RL') return counted(runLength(bytes), keep)
  if (filter === 'ASCIIHexDecode' || filter === 'AHx') return whole(hex(bytes))
  if (filter === 'ASCII85Decode' || filter === 'A85') return whole(base85(bytes))
  return whole(bytes)
}

const whole = (bytes: Uint8Array): Unpacked => ({ length: bytes.length, bytes })

/** For packings of which only the length is known. Nobody packs objects, or something packed, in this way but to hide them. */
function counted(length: number, keep: boolean): Unpacked {
  if (keep) throw new Bomb()
  return { length, bytes: new Uint8Array() }
}

/** What is damaged at its end counts as far as it goes: a reader would show as much. */
async function inflateWithin(packed: Uint8Array, most: number, keep: boolean): Promise<Unpacked> {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflating = Readable.from([packed]).pipe(createInflate({ chunkSize: 256 * 1_024, finishFlush: constants.Z_SYNC_FLUSH }))
  try {
    for await (const chunk of inflating) {
      length += chunk.length
      if (length > most) throw new Bomb()
      if (keep) chunks.push(chunk)
    }
  } catch (fault) {
    if (fault instanceof Bomb) throw fault
  }
  return { length, bytes: Buffer.concat(chunks) }
}

/** How long the words of a packing by LZW are together; the words themselves do not matter here. */
function lzwLength(bytes: Uint8Array): number {
  const lengths: number[] = []
  let [width, held, bits, total, before] = [9, 0, 0, 0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xff_ffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === 257) break
    if (code === 256) {
      lengths.length = 0
      width = 9
      before = 0
      continue
    }
    const length = code < 256 ? 1 : (lengths[code - 258] ?? before + 1)
    if (before > 0 && lengths.length < 4_096 - 258) lengths.push(before + 1)
    total += length
    before = length
    // The width grows one word early, as PDF has it unless told otherwise.
    width = Math.min(12, Math.max(9, 32 - Math.clz32(lengths.length + 259)))
  }
  return total
}

function runLength(bytes: Uint8Array): number {
  let total = 0
  for (let at = 0; at < bytes.length; ) {
    const count = bytes[at] ?? 128
    if (count === 128) break
    total += count < 128 ? count + 1 : 257 - count
    at += count < 128 ? count + 2 : 2
  }
  return total
}

const hex = (bytes: Uint8Array): Uint8Array => {
  const digits =
    Buffer.from(bytes)
      .toString('latin1')
      .split('>')[0]
      ?.replaceAll(/[^0-9a-f]/giu, '') ?? ''
  return Buffer.from(digits, 'hex')
}

function base85(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let group: number[] = []
  const put = (): void => {
    const digits = [...group, 84, 84, 84, 84].slice(0, 5)
    const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) >>> 0
    for (let n = 0; n < group.length - 1; n += 1) out.push((value >>> (24 - 8 * n)) & 0xff)
    group = []
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
    if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21)
    if (group.length === 5) put()
  }
  if (group.length > 1) put()
  return Uint8Array.from(out)
}
