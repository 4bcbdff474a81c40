/** Lets a steady rate through, and a little at once: twice a second's worth unless told. */
export class TokenBucket {
  readonly #perSecond: number
  readonly #atOnce: number
  #tokens: number
  #at: number
  constructor(perSecond: number, now: number, atOnce = perSecond * 2) {
    this.#perSecond = perSecond
    this.#atOnce = atOnce
    this.#tokens = atOnce
    this.#at = now
  }

  /** Takes one, or as many as something costs; false when there are not enough. */
  take(now: number, cost = 1): boolean {
    this.#tokens = Math.min(this.#atOnce, this.#tokens + ((now - this.#at) / 1_000) * this.#perSecond)
    this.#at = now
    if (this.#tokens < cost) return false
    this.#tokens -= cost
    return true
  }
}
