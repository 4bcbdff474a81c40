import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { frameOf, opcodes } from './wire.ts'

/** A WebSocket by hand, over which anything can be sent and in which nothing that comes is overlooked. */
export interface RawLine {
  /** What the server answered the request with; 101 when the line is open. */
  readonly status: number
  /** The messages that came, in their order. */
  readonly messages: readonly Uint8Array[]
  /** Everything that came after the head of the answer, as it came. */
  bytes(): Buffer
  /** Writes as it is. */
  write(bytes: Uint8Array): void
  /** Sends each of these as one binary message. */
  send(...messages: readonly Uint8Array[]): void
  /** Called with every message from now on. */
  hear(listener: (message: Uint8Array) => void): void
  /** Reads no more, so that the server cannot get rid of what it sends. */
  pause(): void
  resume(): void
  /** Resolves with the code by which the server closed; 1006 when the line ended without a word. */
  readonly closed: Promise<number>
  /** Ends the line at once. */
  end(): void
}

/** The request that opens a line. */
export interface Request {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

const headEnd = '\r\n\r\n'

const requestText = ({ path, headers = {} }: Request, host: string): string => {
  const all = {
    host,
    upgrade: 'websocket',
    connection: 'Upgrade',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    ...headers,
  }
  return `GET ${path} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
}

interface ServerFrame {
  readonly opcode: number
  readonly payload: Buffer
  readonly end: number
}

/** The frame at the beginning; null while it is not whole. The server sends every message in one frame, unmasked. */
const frameAt = (bytes: Buffer, at: number): ServerFrame | null => {
  if (bytes.length < at + 2) return null
  const short = (bytes[at + 1] ?? 0) & 127
  const headBytes = short === 127 ? 10 : short === 126 ? 4 : 2
  if (bytes.length < at + headBytes) return null
  const length = short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short === 126 ? bytes.readUInt16BE(at + 2) : short
  const end = at + headBytes + length
  return bytes.length < end ? null : { opcode: (bytes[at] ?? 0) & 15, payload: bytes.subarray(at + headBytes, end), end }
}

class Line implements RawLine {
  readonly status: number
  readonly messages: Uint8Array[] = []
  readonly closed: Promise<number>
  readonly #socket: Socket
  readonly #came: Buffer[] = []
  readonly #listeners: ((message: Uint8Array) => void)[] = []
  #rest: Buffer = Buffer.alloc(0)
  #code = 1006

  constructor(socket: Socket, status: number, first: Buffer) {
    this.#socket = socket
    this.status = status
    this.closed = new Promise((resolve) => socket.once('close', () => resolve(this.#code)))
    socket.on('data', (data) => this.#take(data))
    if (first.length > 0) this.#take(first)
    socket.resume()
  }

  bytes(): Buffer {
    return Buffer.concat(this.#came)
  }

  write(bytes: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes)
  }

  send(...messages: readonly Uint8Array[]): void {
    this.write(Buffer.concat(messages.map((message) => frameOf(message))))
  }

  hear(listener: (message: Uint8Array) => void): void {
    this.#listeners.push(listener)
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  end(): void {
    this.#socket.destroy()
  }

  #take(data: Buffer): void {
    this.#came.push(data)
    if (this.status !== 101) return
    this.#rest = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data])
    let at = 0
    for (let frame = frameAt(this.#rest, at); frame !== null; frame = frameAt(this.#rest, at)) {
      this.#takeFrame(frame)
      at = frame.end
    }
    this.#rest = this.#rest.subarray(at)
  }

  #takeFrame({ opcode, payload }: ServerFrame): void {
    if (opcode === opcodes.ping) this.write(frameOf(payload, opcodes.pong))
    if (opcode === opcodes.close) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.#socket.end()
    }
    if (opcode !== opcodes.binary) return
    this.messages.push(payload)
    for (const listener of this.#listeners) listener(payload)
  }
}

/** Asks for a line; resolves when the server has answered, whatever it said. */
export const openLine = (address: string, request: Request): Promise<RawLine> => {
  const { hostname, port, host } = new URL(address)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let head = Buffer.alloc(0)
    const take = (data: Buffer) => {
      head = Buffer.concat([head, data])
      const end = head.indexOf(headEnd)
      if (end < 0) return
      socket.off('data', take)
      socket.pause()
      resolve(new Line(socket, Number(head.toString('latin1').slice(9, 12)), head.subarray(end + headEnd.length)))
    }
    socket.on('data', take)
    socket.on('error', reject)
    socket.once('close', () => reject(new Error('the line ended before it was answered')))
    socket.write(requestText(request, host))
  })
}
