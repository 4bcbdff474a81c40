import type { PlanNews } from '@mreza/contracts-plans'

/** What waits to be said to one page: each word once, however often it was told meanwhile (rule D18). */
export class NewsQueue {
  readonly #waiting = new Set<PlanNews>()
  #ended = false
  #wake = (): void => undefined

  /** Puts a word in line. */
  say(news: PlanNews): void {
    this.#waiting.add(news)
    this.#wake()
  }

  /** Ends the stream; what still waits is not said any more. */
  end(): void {
    this.#ended = true
    this.#wake()
  }

  /** The words as they come, until the end. */
  async *words(): AsyncGenerator<PlanNews, void> {
    while (!this.#ended) {
      const [next] = this.#waiting
      if (next === undefined) await new Promise<void>((resolve) => (this.#wake = resolve))
      else {
        this.#waiting.delete(next)
        yield next
      }
    }
  }
}
