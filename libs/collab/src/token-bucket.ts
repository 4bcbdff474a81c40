/** Lets a steady rate through, and twice a second's worth at once. */
export class TokenBucket {
  readonly #perSecond: number
  #tokens: number
  #at: number
  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond
    this.#tokens = perSecond * 2
    this.#at = now
  }

  /** Takes one; false when there is none. */
  take(now: number): boolean {
    this.#tokens = Math.min(this.#perSecond * 2, this.#tokens + ((now - this.#at) / 1_000) * this.#perSecond)
    this.#at = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
