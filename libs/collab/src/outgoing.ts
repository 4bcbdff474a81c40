import type { WebSocket } from 'ws'

/** What goes out on one socket: held back while the right of its reader is not freshly known, bounded always. */
export class Outgoing {
  readonly #socket: WebSocket
  readonly #largest: number
  readonly #tooSlow: () => void
  #held: Uint8Array[] = []
  #heldBytes = 0
  #allowance = 0

  constructor(socket: WebSocket, largest: number, tooSlow: () => void) {
    this.#socket = socket
    this.#largest = largest
    this.#tooSlow = tooSlow
  }

  /**
   * Sends now, or keeps until {@link release} when `fresh` is false. `large`: an answer that may exceed the bound by itself; one at a
   * time, so that who asks for it again and again without reading is dropped like any other slow reader.
   */
  send(frame: Uint8Array, fresh: boolean, large = false): void {
    if (large && this.#allowance === 0) this.#allow(frame.byteLength)
    const coming = large ? frame.byteLength : 0
    if (this.#socket.bufferedAmount + this.#heldBytes + coming > this.#largest + this.#allowance) {
      this.#tooSlow()
      return
    }
    if (fresh && this.#held.length === 0) {
      this.#write(frame)
      return
    }
    this.#held.push(frame)
    this.#heldBytes += frame.byteLength
  }

  /** Sends what was held. */
  release(): void {
    const frames = this.#held
    this.#held = []
    this.#heldBytes = 0
    for (const frame of frames) this.#write(frame)
  }

  #write(frame: Uint8Array): void {
    this.#socket.send(frame, { binary: true }, () => undefined)
  }

  #allow(bytes: number): void {
    this.#allowance += bytes
    const lift = () => {
      if (this.#socket.readyState === this.#socket.OPEN && this.#socket.bufferedAmount > 0) setTimeout(lift, 250).unref()
      else this.#allowance -= bytes
    }
    setTimeout(lift, 250).unref()
  }
}
