import type { PresenceEntry } from './presence.ts'
import type { Fanout } from './seams.ts'

/** What instances tell each other of a room; `whoIsThere` asks the others to tell their presence and how far they are. */
export interface Told {
  readonly seq?: number
  readonly presence?: readonly PresenceEntry[]
  readonly whoIsThere?: true
}

interface RoomSignalsOptions {
  readonly room: string
  /** This instance. */
  readonly instance: string
  readonly fanout: Fanout
  readonly now: () => number
  readonly hear: (told: Told) => void
}

/** What another instance of ours wrote; null when it did not. */
const readTold = (message: string): (Told & { readonly from?: string }) | null => {
  try {
    return JSON.parse(message) as Told & { from?: string }
  } catch {
    return null
  }
}

/** Whoever has people in a room says so more often than this. */
const goneMs = 60_000

/** The line of one room between the instances of a server. Nothing depends on it: who hears nothing asks the log each second. */
export class RoomSignals {
  readonly #options: RoomSignalsOptions
  readonly #unsubscribe: () => void
  #heardAt = Number.NEGATIVE_INFINITY
  #seq: number | null = null

  constructor(options: RoomSignalsOptions) {
    this.#options = options
    this.#unsubscribe = options.fanout.subscribe(options.room, (message) => this.#hear(message))
  }

  tell(told: Told): void {
    const { fanout, room, instance } = this.#options
    fanout.publish(room, JSON.stringify({ from: instance, ...told }))
  }

  /** Tells how far the log is, once in a turn; not while no other instance has the room. */
  tellGrown(seq: number): void {
    const waits = this.#seq !== null
    this.#seq = seq
    if (!waits) queueMicrotask(() => this.#tellSeq())
  }

  stop(): void {
    this.#unsubscribe()
  }

  #tellSeq(): void {
    const seq = this.#seq
    this.#seq = null
    if (seq !== null && this.#options.now() - this.#heardAt < goneMs) this.tell({ seq })
  }

  #hear(message: string): void {
    const told = readTold(message)
    if (told === null || told.from === this.#options.instance) return
    this.#heardAt = this.#options.now()
    this.#options.hear(told)
  }
}
