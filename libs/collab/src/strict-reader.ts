/** The longest number on this wire: writer numbers have 32 bits, and clocks stay far below that. */
const longestNumber = 5

/**
 * Reads lib0's encoding without any tolerance: every number in its shortest form, nothing behind the end. Whatever does not
 * fit marks the whole as failed and reads as 0 or as nothing, so that a reader need not look after each step.
 */
export class StrictReader {
  readonly #bytes: Uint8Array
  #at = 0
  #failed = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get failed(): boolean {
    return this.#failed
  }

  /** Nothing failed and nothing is left. */
  get complete(): boolean {
    return !this.#failed && this.#at === this.#bytes.byteLength
  }

  /** What is read next does not count. Always 0. */
  fail(): 0 {
    this.#failed = true
    return 0
  }

  byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) return this.fail()
    this.#at += 1
    return byte
  }

  uint(): number {
    let value = 0
    let factor = 1
    for (let read = 0; read < longestNumber; read += 1) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return byte === 0 && read > 0 ? this.fail() : value
      factor *= 128
    }
    return this.fail()
  }

  /** The next bytes; a view, not a copy. */
  take(length: number): Uint8Array {
    if (length > this.#bytes.byteLength - this.#at) this.fail()
    if (this.#failed) return nothing
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}

const nothing = new Uint8Array()
