import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Append, Appended } from './seams.ts'

/** Something to be committed. It may grow until its batch is made. */
export interface CommitEntry<Who> {
  readonly room: string
  /** Called when the batch is made: what is to be committed, or null when it is not wanted any more. */
  close(): Append<Who> | null
  /** Called in the order of the log when its fate is known. Must not throw. */
  settle(result: Appended): void
}

interface CommitLoopOptions<Who> {
  readonly append: (batch: readonly Append<Who>[]) => Promise<readonly Appended[]>
  /** Called with the rooms of a batch that could not be committed after all attempts. */
  readonly lost: (rooms: readonly string[], cause: unknown) => void
}

const largestBatch = 200
const attempts = 5

const placeOf = (result: Appended) => ('lastSeq' in result ? result.lastSeq : 0)

/**
 * Group commit across rooms: one transaction at a time, everything that arrived meanwhile in the next; what comes when nothing
 * is under way goes with its own turn and waits for nobody. Order is kept. A failed commit is repeated a few times (repeating an
 * update changes nothing), then its rooms are given up.
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
    await nextTurn()
    while (this.#queue.length > 0) {
      const wanted: CommitEntry<Who>[] = []
      const batch: Append<Who>[] = []
      for (const entry of this.#queue.splice(0, largestBatch)) {
        const append = entry.close()
        if (append === null) continue
        wanted.push(entry)
        batch.push(append)
      }
      if (batch.length > 0) await this.#commit(wanted, batch)
    }
  }

  async #commit(entries: readonly CommitEntry<Who>[], batch: readonly Append<Who>[]): Promise<void> {
    try {
      const results = await this.#append(batch)
      if (results.length !== batch.length) throw new Error('the store answered for fewer entries than it was given')
      const inOrder = [...results.entries()].sort(([, a], [, b]) => placeOf(a) - placeOf(b))
      for (const [at, result] of inOrder) entries[at]?.settle(result)
    } catch (cause) {
      this.#options.lost([...new Set(entries.map(({ room }) => room))], cause)
    }
  }

  async #append(batch: readonly Append<Who>[]): Promise<readonly Appended[]> {
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
