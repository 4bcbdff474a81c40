import { type PresenceEntry, presenceFrame } from './presence.ts'

/** A local connection as the board knows it. */
export interface Seat {
  readonly clientId: number
  readonly person: Readonly<Record<string, unknown>>
  send(frame: Uint8Array): void
}

type State = NonNullable<PresenceEntry['state']>

interface Place {
  readonly state: State
  readonly clock: number
  readonly cursor: unknown
  /** For places that another instance told of: when they are forgotten unless told of again. */
  readonly expiresAt: number | null
}

const flushMs = 50
const remoteLifeMs = 45_000

/**
 * Who is in a room, as everyone in it may see it. What is said of a person comes from the session; from the client comes
 * the cursor (rule D16). Clocks are moments, so that they grow over reconnections and across instances.
 */
export class PresenceBoard {
  readonly #seats: ReadonlySet<Seat>
  readonly #tell: (entries: readonly PresenceEntry[]) => void
  readonly #now: () => number
  readonly #places = new Map<number, Place>()
  readonly #changed = new Map<number, PresenceEntry>()
  #timer: NodeJS.Timeout | null = null

  /** @param seats the connections that have joined; @param tell tells the other instances of local changes */
  constructor(seats: ReadonlySet<Seat>, tell: (entries: readonly PresenceEntry[]) => void, now: () => number) {
    this.#seats = seats
    this.#tell = tell
    this.#now = now
  }

  /** A connection is here, or what is said of it changed; undefined leaves the cursor as it is. */
  place(seat: Seat, cursor?: unknown): void {
    const before = this.#places.get(seat.clientId)
    const kept = cursor === undefined ? (before?.cursor ?? null) : cursor
    const state = { user: seat.person, cursor: kept }
    const clock = this.#clockAfter(before)
    this.#places.set(seat.clientId, { state, clock, cursor: kept, expiresAt: null })
    this.#change({ clientId: seat.clientId, clock, state })
  }

  /** A connection left. */
  leave(seat: Seat): void {
    const before = this.#places.get(seat.clientId)
    if (before === undefined) return
    this.#places.delete(seat.clientId)
    this.#change({ clientId: seat.clientId, clock: this.#clockAfter(before), state: null })
  }

  /** Another instance tells of its connections. */
  hear(entries: readonly PresenceEntry[]): void {
    const news = entries.filter(({ clientId, clock }) => clock > (this.#places.get(clientId)?.clock ?? 0))
    for (const { clientId, clock, state } of news) {
      if (state === null) this.#places.delete(clientId)
      else this.#places.set(clientId, { state, clock, cursor: null, expiresAt: this.#now() + remoteLifeMs })
    }
    this.#deliver(news)
  }

  /**
   * Everyone, for one who has just come. A client that comes back forgot the others but not their clocks, so each is said
   * under a later one.
   */
  welcome(seat: Seat): void {
    const entries = [...this.#places].flatMap(([clientId, place]) => {
      if (clientId === seat.clientId) return []
      const clock = this.#clockAfter(place)
      if (place.expiresAt === null) this.#places.set(clientId, { ...place, clock })
      return [{ clientId, clock, state: place.state }]
    })
    if (entries.length > 0) seat.send(presenceFrame(entries))
  }

  /** Tells the other instances of everyone who is here. */
  tellAll(): void {
    const here = new Set([...this.#seats].map(({ clientId }) => clientId))
    const entries = this.#entries().filter(({ clientId }) => here.has(clientId))
    if (entries.length > 0) this.#tell(entries)
  }

  /**
   * Says everyone again, since clients forget who is silent for 30 seconds, and something to each, since they take a line on
   * which nothing is said for that long for broken; forgets those of instances that fell silent.
   */
  refresh(): void {
    for (const [clientId, place] of this.#places)
      if (place.expiresAt !== null && place.expiresAt < this.#now()) {
        this.#places.delete(clientId)
        this.#deliver([{ clientId, clock: this.#clockAfter(place), state: null }])
      }
    for (const seat of this.#seats) {
      this.place(seat)
      seat.send(presenceFrame([]))
    }
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #clockAfter(before: Place | undefined): number {
    return Math.max((before?.clock ?? 0) + 1, this.#now())
  }

  #entries(): PresenceEntry[] {
    return [...this.#places].map(([clientId, { clock, state }]) => ({ clientId, clock, state }))
  }

  #change(entry: PresenceEntry): void {
    this.#changed.set(entry.clientId, entry)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const entries = [...this.#changed.values()]
      this.#changed.clear()
      this.#deliver(entries)
      this.#tell(entries)
    }, flushMs).unref()
  }

  /** One encoded frame for all; only those who are spoken of get one of their own, without themselves. */
  #deliver(entries: readonly PresenceEntry[]): void {
    if (entries.length === 0) return
    const shared = presenceFrame(entries)
    for (const seat of this.#seats) {
      const others = entries.filter(({ clientId }) => clientId !== seat.clientId)
      if (others.length === entries.length) seat.send(shared)
      else if (others.length > 0) seat.send(presenceFrame(others))
    }
  }
}
