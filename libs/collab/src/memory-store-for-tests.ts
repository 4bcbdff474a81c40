import type { Append, Appended, Compacted, RoomStore } from './seams.ts'

/** A log of rooms in memory, at the seam where the real one stands; a test may make it fail or refuse. */
export class MemoryStore<Who> implements RoomStore<Who> {
  readonly log = new Map<string, Uint8Array[]>()
  refuse: ((entry: Append<Who>) => 'right' | 'overtaken' | 'epoch' | null) | null = null
  broken = false
  /** What rooms were compacted to. The log itself stays, to be looked at. */
  readonly compacted = new Map<string, Compacted>()
  /** When set, commits wait for it. */
  gate: Promise<void> | null = null

  load = async (room: string) => {
    const tail = this.#of(room)
    return { snapshot: null, vector: null, tail: [...tail], seq: tail.length, epoch: 0 }
  }

  after = async (room: string, seq: number) => ({ updates: this.#of(room).slice(seq), lastSeq: this.#of(room).length })

  behind = async (rooms: readonly { readonly room: string; readonly seq: number }[]) =>
    rooms.filter(({ room, seq }) => this.#of(room).length > seq).map(({ room }) => room)

  append = async (batch: readonly Append<Who>[]): Promise<readonly Appended[]> => {
    await this.gate
    if (this.broken) throw new Error('the disk is full')
    return batch.map((entry) => {
      const refusal = this.refuse?.(entry) ?? null
      if (refusal !== null) return { refusal }
      const log = this.#of(entry.room)
      log.push(...entry.updates)
      return { lastSeq: log.length }
    })
  }

  compact = async (room: string, compacted: Compacted): Promise<void> => {
    this.compacted.set(room, compacted)
  }

  #of(room: string): Uint8Array[] {
    const log = this.log.get(room) ?? []
    this.log.set(room, log)
    return log
  }
}
