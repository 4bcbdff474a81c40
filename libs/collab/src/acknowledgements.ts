/** An update frame as its connection counts it; `coversAll` for a sync step 2. */
export interface CountedFrame {
  readonly number: number
  readonly coversAll: boolean
}

/** Consecutive frames. */
interface Run {
  readonly first: number
  last: number
}

/**
 * The update frames of one connection and which of them are on disk. Acknowledges only an unbroken beginning, so that
 * *the first n frames* is always true.
 */
export class Acknowledgements {
  #received = 0
  #done = 0
  readonly #early = new Set<number>()
  /** As runs: whoever floods before they say what they have takes no memory by it. */
  #aside: Run[] = []
  /** Of those that were set aside what a sync step 2 carried since, by the first. */
  readonly #carried = new Map<number, Run>()

  /** How many runs of frames are remembered as set aside. */
  get runsAside(): number {
    return this.#aside.length
  }

  /** A frame arrived; its number, from 1. */
  receive(): number {
    this.#received += 1
    return this.#received
  }

  /** A frame that a later sync step 2 will carry again: it is done when that is. */
  setAside(frame: number): void {
    const run = this.#aside.at(-1)
    if (run?.last === frame - 1) run.last = frame
    else this.#aside.push({ first: frame, last: frame })
  }

  /** A frame is on disk, or had nothing new. `coversAll`: so is everything that was set aside before it. Returns how many may be acknowledged. */
  complete(frame: number, coversAll: boolean): number {
    this.#early.add(frame)
    if (coversAll) {
      for (const run of this.#aside) if (run.last < frame) this.#carried.set(run.first, run)
      this.#aside = this.#aside.filter(({ last }) => last > frame)
    }
    for (let next = this.#done + 1; ; next = this.#done + 1) {
      const run = this.#carried.get(next)
      if (this.#early.delete(next)) this.#done = next
      else if (run === undefined) return this.#done
      else this.#done = run.last
      this.#carried.delete(next)
    }
  }
}
