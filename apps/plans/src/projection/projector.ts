import type { Log } from '@mreza/service'
import { describeError } from '@mreza/service'

interface ProjectorOptions {
  /** Projects a room and gives the rooms that must follow it. */
  readonly project: (room: string) => Promise<readonly string[]>
  /** Rooms that are behind for whatever reason: a process ended before their quiet came. */
  readonly behind: () => Promise<readonly string[]>
  readonly log: Log
  readonly quietMs?: number
  readonly longestMs?: number
  readonly sweepMs?: number
}

/** Projects each room once it has been quiet for a moment, or has been noisy for long; sweeps up what was left behind. */
export class Projector {
  readonly #options: Required<ProjectorOptions>
  readonly #waiting = new Map<string, { timer: NodeJS.Timeout; readonly since: number }>()
  #chain: Promise<void> = Promise.resolve()
  readonly #sweeper: NodeJS.Timeout

  constructor(options: ProjectorOptions) {
    this.#options = { quietMs: 500, longestMs: 5_000, sweepMs: 5_000, ...options }
    this.#sweeper = setInterval(() => this.#enqueue(() => this.#sweep()), this.#options.sweepMs)
    this.#sweeper.unref()
    this.#enqueue(() => this.#sweep())
  }

  /** The log of a room grew. */
  grown(room: string): void {
    const now = Date.now()
    const before = this.#waiting.get(room)
    if (before !== undefined) clearTimeout(before.timer)
    const since = before?.since ?? now
    const wait = Math.max(0, Math.min(this.#options.quietMs, since + this.#options.longestMs - now))
    this.#waiting.set(room, { since, timer: setTimeout(() => this.#due(room), wait) })
  }

  /** Projects what is waiting, then ends. */
  async stop(): Promise<void> {
    clearInterval(this.#sweeper)
    for (const [room, { timer }] of this.#waiting) {
      clearTimeout(timer)
      this.#due(room)
    }
    await this.#chain
  }

  #due(room: string): void {
    this.#waiting.delete(room)
    this.#enqueue(() => this.#project(room))
  }

  async #sweep(): Promise<void> {
    for (const room of await this.#options.behind()) if (!this.#waiting.has(room)) await this.#project(room)
  }

  async #project(room: string): Promise<void> {
    for (const next of await this.#options.project(room)) await this.#options.project(next)
  }

  #enqueue(work: () => Promise<void>): void {
    this.#chain = this.#chain
      .then(work)
      .catch((cause: unknown) => this.#options.log.error('a room could not be projected', describeError(cause)))
  }
}
