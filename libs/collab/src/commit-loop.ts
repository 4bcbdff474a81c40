import { setTimeout as sleep } from 'node:timers/promises'
import type { Append, Appended } from './seams.ts'

/** An entry of the loop with what is to be called when its fate is known. */
export interface CommitEntry<Who> extends Append<Who> {
  /** Still wanted? Asked when the batch is made; what is not is dropped silently. */
  readonly wanted: () => boolean
  /** Called in the order of the log. Must not throw. */
  readonly settle: (result: Appended) => void
}

interface CommitLoopOptions<Who> {
  readonly append: (batch: readonly Append<Who>[]) => Promise<readonly Appended[]>
  /** Called with the rooms of a batch that could not be committed after all attempts. */
  readonly lost: (rooms: readonly string[], cause: unknown) => void
  readonly windowMs: number
}

const largestBatch = 500
const attempts = 5

/**
 * Group commit across rooms: one transaction at a time, everything that arrived meanwhile in the next. Order is kept.
 * A failed commit is repeated a few times (repeating an update changes nothing), then its rooms are given up.
 */
export class CommitLoop<Who> {
  readonly #options: CommitLoopOptions<Who>
  #queue: CommitEntry<Who>[] = []
  #running: Promise<void> | null = null

  constructor(options: CommitLoopOptions<Who>) {
    this.#options = options
  }

  /** Hands in what is to be committed. */
  add(entry: CommitEntry<Who>): void {
    this.#queue.push(entry)
    this.#start()
  }

  /** Resolves when nothing waits. */
  async drained(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      if (this.#queue.length > 0) this.#start()
    })
  }

  async #run(): Promise<void> {
    await sleep(this.#options.windowMs)
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, largestBatch).filter((entry) => entry.wanted())
      if (batch.length > 0) await this.#commit(batch)
    }
  }

  async #commit(batch: readonly CommitEntry<Who>[]): Promise<void> {
    try {
      const results = await this.#append(batch)
      if (results.length !== batch.length) throw new Error('the store answered for fewer entries than it was given')
      const place = (result: Appended) => ('lastSeq' in result ? result.lastSeq : 0)
      const inOrder = [...results.entries()].sort(([, a], [, b]) => place(a) - place(b))
      for (const [at, result] of inOrder) batch[at]?.settle(result)
    } catch (cause) {
      this.#options.lost([...new Set(batch.map(({ room }) => room))], cause)
    }
  }

  async #append(batch: readonly CommitEntry<Who>[]): Promise<readonly Appended[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#options.append(batch)
      } catch (cause) {
        if (attempt >= attempts) throw cause
        await sleep(50 * 2 ** attempt * (0.5 + Math.random()))
      }
    }
  }
}
