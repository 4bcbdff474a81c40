import { frameTypes } from '@mreza/contracts-plans'

/** What a WebSocket message is: text, bytes, or one of the three that steer. */
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** A number as lib0 writes it, up to 2⁵³. */
export const varUint = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128))
  return [...bytes, rest]
}

/** Bytes with their length in front. */
export const varBytes = (bytes: Uint8Array): Uint8Array => Buffer.concat([Uint8Array.from(varUint(bytes.length)), bytes])

/** A text with its length in front. */
export const varString = (text: string): Uint8Array => varBytes(Buffer.from(text, 'utf8'))

/** Reads numbers, bytes and texts from a message of the server, which is trusted to be whole. */
export const readerOf = (message: Uint8Array) => {
  let at = 0
  const uint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at] ?? 0
      at += 1
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  const bytes = (): Uint8Array => {
    const length = uint()
    at += length
    return message.subarray(at - length, at)
  }
  return { uint, bytes, text: () => Buffer.from(bytes()).toString('utf8') }
}

/** The message that asks for everything, and the one that says that a client has nothing to give. */
export const stepOne = Uint8Array.of(frameTypes.sync, 0, 1, 0)
export const emptyStepTwo = Uint8Array.of(frameTypes.sync, 1, 2, 0, 0)

/** An update in the message that a client sends it in. */
export const updateMessage = (update: Uint8Array): Uint8Array => Buffer.concat([Uint8Array.of(frameTypes.sync, 2), varBytes(update)])
export const stepTwoMessage = (update: Uint8Array): Uint8Array => Buffer.concat([Uint8Array.of(frameTypes.sync, 1), varBytes(update)])
export const awarenessMessage = (body: Uint8Array): Uint8Array => Buffer.concat([Uint8Array.of(frameTypes.awareness), varBytes(body)])

/** One entry of an awareness message. */
export const awarenessEntry = (clientId: number, clock: number, json: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(1), Uint8Array.from([...varUint(clientId), ...varUint(clock)]), varString(json)])

/** How a frame may be wrong: not the last of its message, reserved bits set, not masked, a length that is a lie. */
interface FrameFaults {
  readonly unfinished?: boolean
  readonly reserved?: number
  readonly unmasked?: boolean
  readonly claims?: bigint
}

const lengthBytes = (length: bigint, mask: number): Buffer => {
  if (length < 126n) return Buffer.of(mask | Number(length))
  const bytes = Buffer.alloc(length < 65_536n ? 3 : 9)
  bytes[0] = mask | (length < 65_536n ? 126 : 127)
  if (length < 65_536n) bytes.writeUInt16BE(Number(length), 1)
  else bytes.writeBigUInt64BE(length, 1)
  return bytes
}

/** A client's WebSocket frame by hand. Its mask is zero, so that the payload stands in it as it is. */
export const frameOf = (payload: Uint8Array, opcode: number = opcodes.binary, faults: FrameFaults = {}): Buffer => {
  const first = (faults.unfinished === true ? 0 : 0x80) | ((faults.reserved ?? 0) << 4) | opcode
  const masked = faults.unmasked !== true
  const length = lengthBytes(faults.claims ?? BigInt(payload.length), masked ? 0x80 : 0)
  return Buffer.concat([Buffer.of(first), length, masked ? Buffer.alloc(4) : Buffer.alloc(0), payload])
}
