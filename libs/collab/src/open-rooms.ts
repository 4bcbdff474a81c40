import type { LiveLimits } from './limits.ts'
import { Room, type RoomSurroundings } from './room.ts'
import type { RootShape } from './shape.ts'

interface Held<Who> {
  readonly room: Room<Who>
  idleSince: number
}

/** The rooms in memory: each opened once however many come at once, kept while in use, put away when idle, the longest idle first. */
export class OpenRooms<Who> {
  readonly #around: RoomSurroundings<Who>
  readonly #limits: LiveLimits
  readonly #open = new Map<string, Held<Who>>()
  readonly #opening = new Map<string, Promise<Room<Who>>>()

  constructor(around: RoomSurroundings<Who>, limits: LiveLimits) {
    this.#around = around
    this.#limits = limits
  }

  /** The room, up to date with the log, loaded if it is not here. */
  async open(id: string, shape: readonly RootShape[]): Promise<Room<Who>> {
    const held = this.#open.get(id)
    if (held === undefined) return this.#loadOnce(id, shape)
    held.idleSince = this.#around.now()
    await held.room.catchUp()
    return held.room
  }

  /** The room if it is in memory. */
  peek(id: string): Room<Who> | undefined {
    return this.#open.get(id)?.room
  }

  /** Is this the room that is open under its id? A room that failed while one was joining it is not. */
  holds(room: Room<Who>): boolean {
    return this.peek(room.id) === room
  }

  all(): Room<Who>[] {
    return [...this.#open.values()].map(({ room }) => room)
  }

  /** Puts a room away at once. */
  drop(room: Room<Who>): void {
    if (!this.holds(room)) return
    this.#open.delete(room.id)
    room.close()
  }

  /** Puts away what was idle for long, and the longest idle while there are too many. */
  tidy(): void {
    const now = this.#around.now()
    for (const held of this.#open.values()) if (!held.room.idle) held.idleSince = now
    const idle = [...this.#open.values()].filter(({ room }) => room.idle).sort((a, b) => a.idleSince - b.idleSince)
    for (const { room, idleSince } of idle)
      if (now - idleSince > this.#limits.idleRoomMs || this.#open.size > this.#limits.openRooms) this.drop(room)
  }

  async #loadOnce(id: string, shape: readonly RootShape[]): Promise<Room<Who>> {
    const underWay = this.#opening.get(id)
    if (underWay !== undefined) return underWay
    const loading = this.#load(id, shape).finally(() => this.#opening.delete(id))
    this.#opening.set(id, loading)
    return loading
  }

  async #load(id: string, shape: readonly RootShape[]): Promise<Room<Who>> {
    const room = new Room(id, shape, await this.#around.store.load(id), this.#around)
    this.#open.set(id, { room, idleSince: this.#around.now() })
    return room
  }
}
