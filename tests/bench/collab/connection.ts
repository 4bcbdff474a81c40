import { connect, type Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { Heard, Wire } from './wire.ts'

/** A place at a document, good for one connection. */
export interface Seat {
  readonly url: string
  readonly protocols: readonly string[]
  readonly origin?: string
  /** The number to write under. */
  readonly clientId: number
  readonly wire: Wire
}

/** A frame as it came in, at what moment. Frames are read later, so that reading them delays none. */
export interface Arrival {
  readonly at: number
  readonly frame: Uint8Array
}

const nothing = Uint8Array.of(0, 0)

/** One client at one document, on the wire alone: what it keeps of the document is up to others. */
export class Connection {
  readonly seat: Seat
  readonly arrivals: Arrival[] = []
  /** Update frames sent, a first step 2 among them. */
  sentFrames = 0
  /** How many of them the server has answered for. */
  takenFrames = 0
  /** The socket below, for what is framed already. */
  readonly raw: Socket
  closed = false
  /** Told when the line ends. */
  onClose: (code: number) => void = () => undefined
  /** Off where only the number of frames matters. */
  keepArrivals = true
  readonly #socket: WebSocket
  #onHeard: (heard: Heard) => void = () => undefined

  private constructor(seat: Seat) {
    this.seat = seat
    const { hostname, port } = new URL(seat.url)
    this.raw = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket = new WebSocket(seat.url, [...seat.protocols], {
      ...(seat.origin === undefined ? {} : { origin: seat.origin }),
      createConnection: () => this.raw,
      perMessageDeflate: false,
    })
    this.#socket.on('message', (data) => this.#take(data as Buffer))
    this.#socket.on('close', (code) => {
      this.closed = true
      this.onClose(code)
    })
    this.#socket.on('error', () => undefined)
  }

  /** Comes in and resolves when the server has sent its document and has what we have: nothing. */
  static async join(seat: Seat): Promise<Connection> {
    const connection = new Connection(seat)
    await connection.#greet()
    return connection
  }

  /** Has the server answered for everything that was sent? */
  get answered(): boolean {
    return this.takenFrames >= this.sentFrames
  }

  /** Sends an update; gives the moment. */
  send(update: Uint8Array): number {
    const frame = this.seat.wire.update(update)
    this.sentFrames += 1
    const at = performance.now()
    this.#socket.send(frame)
    return at
  }

  /** Hears every frame as it comes, from now on. */
  listen(onHeard: (heard: Heard) => void): void {
    this.#onHeard = onHeard
  }

  /** The line breaks. */
  leave(): void {
    this.#socket.terminate()
  }

  #greet(): Promise<void> {
    return new Promise((resolve, reject) => {
      const missing = new Set(this.seat.wire.answersStep2 ? ['step2', 'taken'] : ['step2'])
      this.#socket.once('error', reject)
      this.#socket.once('close', (code) => reject(new Error(`closed while joining: ${code}`)))
      this.#socket.once('open', () => {
        for (const frame of this.seat.wire.greeting) this.#socket.send(frame)
      })
      this.listen(({ kind }) => {
        if (kind === 'step1' && this.seat.wire.answersStep2 && this.sentFrames === 0) this.#answer()
        if (kind === 'step2') missing.delete('step2')
        if (kind === 'taken' || kind === 'one-taken') missing.delete('taken')
        if (missing.size > 0) return
        this.listen(() => undefined)
        resolve()
      })
    })
  }

  #answer(): void {
    this.sentFrames += 1
    this.#socket.send(this.seat.wire.step2(nothing))
  }

  #take(frame: Uint8Array): void {
    if (this.keepArrivals) this.arrivals.push({ at: performance.now(), frame })
    const heard = this.seat.wire.hear(frame)
    if (heard.kind === 'taken') this.takenFrames = heard.frames
    if (heard.kind === 'one-taken') this.takenFrames += 1
    this.#onHeard(heard)
  }
}
