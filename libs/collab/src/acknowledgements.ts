/** An update frame as its connection counts it; `coversAll` for a sync step 2. */
export interface CountedFrame {
  readonly number: number
  readonly coversAll: boolean
}

/**
 * The update frames of one connection and which of them are on disk. Acknowledges only an unbroken beginning, so that
 * *the first n frames* is always true.
 */
export class Acknowledgements {
  #received = 0
  #done = 0
  readonly #early = new Set<number>()
  #aside: number[] = []

  /** A frame arrived; its number, from 1. */
  receive(): number {
    this.#received += 1
    return this.#received
  }

  /** A frame that a later sync step 2 will carry again: it is done when that is. */
  setAside(frame: number): void {
    this.#aside.push(frame)
  }

  /** A frame is on disk, or had nothing new. `coversAll`: so is everything that was set aside before it. Returns how many may be acknowledged. */
  complete(frame: number, coversAll: boolean): number {
    this.#early.add(frame)
    if (coversAll) {
      for (const aside of this.#aside) if (aside < frame) this.#early.add(aside)
      this.#aside = this.#aside.filter((aside) => aside > frame)
    }
    while (this.#early.delete(this.#done + 1)) this.#done += 1
    return this.#done
  }
}
