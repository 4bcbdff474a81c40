import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Log } from '@mreza/service'
import { describeError } from '@mreza/service'

interface ProjectorOptions {
  /** Which of these rooms only moved on in the log, their rows being what they were; they are done with that. */
  readonly moveOn: (rooms: readonly string[]) => Promise<ReadonlySet<string>>
  /** Projects a room and gives the rooms that must follow it. */
  readonly project: (room: string) => Promise<readonly string[]>
  /** Rooms that are behind for whatever reason: a process ended before their quiet came. */
  readonly behind: () => Promise<readonly string[]>
  readonly log: Log
  readonly quietMs?: number
  readonly longestMs?: number
  /** How often is looked for rooms that have become quiet; what is due then is projected together. */
  readonly lookMs?: number
  readonly sweepMs?: number
}

/**
 * Projects each room once it has been quiet for a moment, or has been noisy for long, within a second of its quiet; sweeps up what was
 * left behind. What most typing changes, nothing but the place in the log, is written for all rooms at once.
 */
export class Projector {
  readonly #options: Required<ProjectorOptions>
  /** The rooms that grew since they were projected, with the first and the last moment of it. */
  readonly #waiting = new Map<string, { readonly since: number; last: number }>()
  #look: NodeJS.Timeout | null = null
  #chain: Promise<void> = Promise.resolve()
  readonly #sweeper: NodeJS.Timeout

  constructor(options: ProjectorOptions) {
    this.#options = { quietMs: 600, longestMs: 5_000, lookMs: 200, sweepMs: 5_000, ...options }
    this.#sweeper = setInterval(() => this.#enqueue(() => this.#sweep()), this.#options.sweepMs)
    this.#sweeper.unref()
    this.#enqueue(() => this.#sweep())
  }

  /** The log of a room grew. */
  grown(room: string): void {
    const now = Date.now()
    const before = this.#waiting.get(room)
    if (before === undefined) this.#waiting.set(room, { since: now, last: now })
    else before.last = now
    this.#look ??= setTimeout(() => this.#lookForQuiet(), this.#options.lookMs)
  }

  /** Projects what is waiting, then ends. */
  async stop(): Promise<void> {
    clearInterval(this.#sweeper)
    if (this.#look !== null) clearTimeout(this.#look)
    this.#take([...this.#waiting.keys()])
    for (let ended: Promise<void> | null = null; ended !== this.#chain; await ended) ended = this.#chain
  }

  #lookForQuiet(): void {
    const { quietMs, longestMs, lookMs } = this.#options
    const now = Date.now()
    this.#take([...this.#waiting].flatMap(([room, { since, last }]) => (now - last >= quietMs || now - since >= longestMs ? [room] : [])))
    this.#look = this.#waiting.size === 0 ? null : setTimeout(() => this.#lookForQuiet(), lookMs)
  }

  #take(rooms: readonly string[]): void {
    for (const room of rooms) this.#waiting.delete(room)
    if (rooms.length > 0) this.#enqueue(() => this.#projectAll(rooms))
  }

  async #sweep(): Promise<void> {
    for (const room of await this.#options.behind()) if (!this.#waiting.has(room)) this.#enqueue(() => this.#project(room))
  }

  async #projectAll(rooms: readonly string[]): Promise<void> {
    const moved = await this.#options.moveOn(rooms)
    for (const room of rooms) if (!moved.has(room)) this.#enqueue(() => this.#project(room))
  }

  async #project(room: string): Promise<void> {
    for (const next of await this.#options.project(room)) await this.#options.project(next)
    await nextTurn()
  }

  /** One after the other; what fails is told and left to the sweep. */
  #enqueue(work: () => Promise<void>): void {
    this.#chain = this.#chain
      .then(work)
      .catch((cause: unknown) => this.#options.log.error('a room could not be projected', describeError(cause)))
  }
}
