import * as Y from 'yjs'
import type { Replayed } from './replay.ts'
import type { StoredRoom } from './seams.ts'

/** Everything up to a place in the log as one encoding that holds nothing deleted. */
export interface Snapshot {
  readonly state: Uint8Array
  /** Its encoded state vector. */
  readonly vector: Uint8Array
  readonly seq: number
}

interface Row {
  readonly update: Uint8Array
  /** It deletes something, so what it deletes may still be among the bytes of the rows. */
  readonly deletes: boolean
}

/** Brings a state vector up to an update. @param update ours, or one that was tried */
const advance = (clocks: Map<number, number>, update: Uint8Array): void => {
  for (const [clientId, end] of Y.parseUpdateMeta(update).to) clocks.set(clientId, Math.max(end, clocks.get(clientId) ?? 0))
}

/**
 * A room's document as it is on disk: the bytes of a snapshot and of the rows after it, and how far each writer is. There is
 * no `Y.Doc` in it: who needs one plays the bytes.
 */
export class StoredDocument {
  #snapshot: Uint8Array | null
  #rows: Row[]
  #seq: number
  #bytes: number
  #made: Snapshot | null = null
  readonly #clocks: Map<number, number>

  constructor({ snapshot, vector, tail, seq }: StoredRoom) {
    this.#snapshot = snapshot
    // What is read from the log may have deleted something; to look would take longer than to play it.
    this.#rows = tail.map((update) => ({ update, deletes: true }))
    this.#seq = seq
    this.#clocks = vector === null ? new Map() : Y.decodeStateVector(vector)
    if (vector === null && snapshot !== null) advance(this.#clocks, snapshot)
    for (const update of tail) advance(this.#clocks, update)
    this.#bytes = (snapshot?.byteLength ?? 0) + tail.reduce((sum, update) => sum + update.byteLength, 0)
  }

  /** The place in the log up to which it goes. */
  get seq(): number {
    return this.#seq
  }

  /** The size of all bytes; the document, encoded, is at most as large. */
  get bytes(): number {
    return this.#bytes
  }

  /** How many bytes and rows follow the snapshot. */
  get tail(): { readonly rows: number; readonly bytes: number } {
    return { rows: this.#rows.length, bytes: this.#bytes - (this.#snapshot?.byteLength ?? 0) }
  }

  /** The snapshot that was made here last; null before. */
  get made(): Snapshot | null {
    return this.#made
  }

  /** May a newcomer have the bytes up to a place in the log as they are? Not while words that were deleted may be in them (PL12). */
  isClean(seq = this.#seq): boolean {
    const first = this.#seq - this.#rows.length + 1
    return this.#rows.every(({ deletes }, at) => !deletes || first + at > seq)
  }

  /** Everything, in order. */
  get updates(): readonly Uint8Array[] {
    const rows = this.#rows.map(({ update }) => update)
    return this.#snapshot === null ? rows : [this.#snapshot, ...rows]
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.#clocks)
  }

  /** The next clock of a writer, 0 when unknown. */
  clockOf(clientId: number): number {
    return this.#clocks.get(clientId) ?? 0
  }

  /** The rows after a place in the log; null when some of them are in the snapshot by now. */
  after(seq: number): readonly Uint8Array[] | null {
    const from = this.#rows.length - (this.#seq - seq)
    return from < 0 ? null : this.#rows.slice(from).map(({ update }) => update)
  }

  /** The next row; `end` is the clock of its writer after it. */
  add(update: Uint8Array, deletes: boolean, writer: { readonly clientId: number; readonly end: number } | null): void {
    this.#rows.push({ update, deletes })
    this.#seq += 1
    this.#bytes += update.byteLength
    if (writer === null) advance(this.#clocks, update)
    else if (writer.end > this.clockOf(writer.clientId)) this.#clocks.set(writer.clientId, writer.end)
  }

  /** Takes a replay of everything up to `seq` in place of it. */
  rebase({ update, vector }: Replayed, seq: number): void {
    const rows = this.#rows.slice(this.#rows.length - (this.#seq - seq))
    this.#made = { state: update, vector, seq }
    this.#snapshot = update
    this.#rows = rows
    this.#bytes = rows.reduce((sum, row) => sum + row.update.byteLength, update.byteLength)
  }
}
