const finalBinary = 0x82
const longestIn7Bits = 125
const longestIn16Bits = 0xffff

/**
 * A message as a server sends it over a WebSocket (RFC 6455): final, binary, unmasked. Made once, it goes to any number of
 * sockets without being looked at again.
 */
export const socketFrame = (message: Uint8Array): Buffer => {
  const { byteLength } = message
  const headBytes = byteLength <= longestIn7Bits ? 2 : byteLength <= longestIn16Bits ? 4 : 10
  const frame = Buffer.allocUnsafe(headBytes + byteLength)
  frame[0] = finalBinary
  if (headBytes === 2) frame[1] = byteLength
  else if (headBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  frame.set(message, headBytes)
  return frame
}
