import type { PresenceEntry } from './presence.ts'
import type { Fanout } from './seams.ts'

/** What instances tell each other of a room; `whoIsThere` asks the others to tell their presence. */
export interface Told {
  readonly seq?: number
  readonly presence?: readonly PresenceEntry[]
  readonly whoIsThere?: true
}

/** What another instance of ours wrote; null when it did not. */
const readTold = (message: string): (Told & { readonly from?: string }) | null => {
  try {
    return JSON.parse(message) as Told & { from?: string }
  } catch {
    return null
  }
}

/** The line of one room between the instances of a server. Nothing depends on it. */
export class RoomSignals {
  readonly #room: string
  readonly #instance: string
  readonly #fanout: Fanout
  readonly #unsubscribe: () => void

  constructor(room: string, instance: string, fanout: Fanout, hear: (told: Told) => void) {
    this.#room = room
    this.#instance = instance
    this.#fanout = fanout
    this.#unsubscribe = fanout.subscribe(room, (message) => {
      const told = readTold(message)
      if (told !== null && told.from !== instance) hear(told)
    })
  }

  tell(told: Told): void {
    this.#fanout.publish(this.#room, JSON.stringify({ from: this.#instance, ...told }))
  }

  stop(): void {
    this.#unsubscribe()
  }
}
