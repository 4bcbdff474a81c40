/** Any mask will do; a client must have one, and the server must take it off. */
const mask = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

const headOf = (length: number): number[] => {
  if (length < 126) return [0x82, 0x80 | length]
  if (length < 65_536) return [0x82, 0x80 | 126, length >>> 8, length & 255]
  throw new Error('an edit of this size is not one key')
}

const framed = (payload: Uint8Array): Buffer => {
  const head = headOf(payload.byteLength)
  const bytes = Buffer.alloc(head.length + mask.length + payload.byteLength)
  bytes.set(head)
  bytes.set(mask, head.length)
  for (const [at, byte] of payload.entries()) bytes[head.length + mask.length + at] = byte ^ (mask[at & 3] ?? 0)
  return bytes
}

/** WebSocket frames of a client, ready to be written, so many in one piece: so that sending them costs next to nothing. */
export const piecesOf = (payloads: readonly Uint8Array[], inOne: number): Buffer[] => {
  const frames = payloads.map(framed)
  return Array.from({ length: Math.ceil(frames.length / inOne) }, (_, at) => Buffer.concat(frames.slice(at * inOne, (at + 1) * inOne)))
}
