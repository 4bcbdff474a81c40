import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { socketFrame } from './socket-frame.ts'

/**
 * What goes out on one socket: held back while the right of its reader is not freshly known, bounded always. What is sent
 * in one turn leaves together.
 */
export class Outgoing {
  readonly #socket: WebSocket
  readonly #line: Duplex
  readonly #largest: number
  readonly #tooSlow: () => void
  #held: Buffer[] = []
  #heldBytes = 0
  #allowance = 0
  #corked = false

  /** @param line what the socket speaks through: frames are written to it whole, past the socket, which would frame each anew */
  constructor(socket: WebSocket, line: Duplex, largest: number, tooSlow: () => void) {
    this.#socket = socket
    this.#line = line
    this.#largest = largest
    this.#tooSlow = tooSlow
  }

  /** Sends a message now, or keeps it until {@link release} when `fresh` is false. */
  send(message: Uint8Array, fresh: boolean): void {
    this.pass(socketFrame(message), fresh)
  }

  /** Sends a frame that was made already, as {@link send} does. */
  pass(frame: Buffer, fresh: boolean): void {
    if (this.#makeRoom(0)) this.#put(frame, fresh)
  }

  /**
   * Sends an answer that may exceed the bound by itself; one at a time, so that who asks for it again and again without reading is
   * dropped like any other slow reader.
   */
  sendLarge(messages: readonly Uint8Array[], fresh: boolean): void {
    const frames = messages.map(socketFrame)
    const bytes = frames.reduce((sum, { byteLength }) => sum + byteLength, 0)
    if (this.#allowance === 0) this.#allow(bytes)
    if (this.#makeRoom(bytes)) for (const frame of frames) this.#put(frame, fresh)
  }

  /** Sends what was held. */
  release(): void {
    if (this.#held.length === 0) return
    const frames = this.#held
    this.#held = []
    this.#heldBytes = 0
    for (const frame of frames) this.#write(frame)
  }

  #put(frame: Buffer, fresh: boolean): void {
    if (fresh && this.#held.length === 0) {
      this.#write(frame)
      return
    }
    this.#held.push(frame)
    this.#heldBytes += frame.byteLength
  }

  #write(frame: Buffer): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    if (!this.#corked) {
      this.#corked = true
      this.#line.cork()
      process.nextTick(this.#flush)
    }
    this.#line.write(frame)
  }

  /** May so much more wait? What only waits for the end of this turn goes first; who is still too far behind is dropped. */
  #makeRoom(coming: number): boolean {
    if (this.#isFull(coming)) this.#flush()
    if (this.#isFull(coming)) this.#tooSlow()
    return !this.#isFull(coming)
  }

  #isFull(coming: number): boolean {
    return this.#line.writableLength + this.#heldBytes + coming > this.#largest + this.#allowance
  }

  readonly #flush = (): void => {
    if (!this.#corked) return
    this.#corked = false
    this.#line.uncork()
  }

  #allow(bytes: number): void {
    this.#allowance += bytes
    const lift = () => {
      if (this.#socket.readyState === WebSocket.OPEN && this.#line.writableLength > 0) setTimeout(lift, 250).unref()
      else this.#allowance -= bytes
    }
    setTimeout(lift, 250).unref()
  }
}
