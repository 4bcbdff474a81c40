import * as encoding from 'lib0/encoding'
import { type Deletion, type Place, type PlainStruct, type PlainUpdate, words } from './plain-update.ts'

/** Words that were typed one after the other; what joins the later ones to the first is said by that. */
interface Piece {
  readonly first: PlainStruct
  readonly content: encoding.Encoder
  /** The clock after it. */
  end: number
}

/** As a document cuts words in two, so may they be joined: each after the last of those before, all before the same. */
const goesOn = ({ first, end }: Piece, { kind, origin, right }: PlainStruct, client: number): boolean =>
  first.kind === words &&
  kind === words &&
  origin !== null &&
  origin.client === client &&
  origin.clock === end - 1 &&
  isSamePlace(first.right, right)

const isSamePlace = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)

/** Two ranges that touch, as one; null when they do not. */
const touching = (a: Deletion, b: Deletion): Deletion | null => {
  const [first, second] = a.clock <= b.clock ? [a, b] : [b, a]
  if (first.client !== second.client || first.clock + first.length < second.clock) return null
  return { ...first, length: Math.max(first.length, second.clock + second.length - first.clock) }
}

/** What is deleted, by writer, in order. */
const byWriter = (deletions: readonly Deletion[]): Map<number, Deletion[]> => {
  const writers = new Map<number, Deletion[]>()
  for (const deletion of [...deletions].sort((a, b) => a.client - b.client || a.clock - b.clock)) {
    const ranges = writers.get(deletion.client) ?? []
    writers.set(deletion.client, ranges)
    const last = ranges.at(-1)
    const joined = last === undefined ? null : touching(last, deletion)
    if (joined === null) ranges.push(deletion)
    else ranges[ranges.length - 1] = joined
  }
  return writers
}

const writePlace = (encoder: encoding.Encoder, { client, clock }: Place): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

const writePiece = (encoder: encoding.Encoder, { first: { kind, origin, right, parent }, content }: Piece): void => {
  encoding.writeUint8(encoder, kind | (origin === null ? 0 : 128) | (right === null ? 0 : 64))
  if (origin !== null) writePlace(encoder, origin)
  if (right !== null) writePlace(encoder, right)
  if (parent !== null) {
    encoding.writeVarUint(encoder, 0)
    writePlace(encoder, parent)
  }
  const bytes = encoding.toUint8Array(content)
  if (kind === words) encoding.writeVarUint8Array(encoder, bytes)
  else encoding.writeUint8Array(encoder, bytes)
}

const writeDeletions = (encoder: encoding.Encoder, deletions: readonly Deletion[]): void => {
  const writers = byWriter(deletions)
  encoding.writeVarUint(encoder, writers.size)
  for (const [client, ranges] of writers) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
}

/** Consecutive updates of one writer, put together as they come into one update of the same effect. */
export class PlainRow {
  readonly #client: number
  /** All pieces but the last, encoded. */
  readonly #closed = encoding.createEncoder()
  readonly #deletions: Deletion[] = []
  #start = 0
  #pieces = 0
  #last: Piece | null = null

  constructor(client: number) {
    this.#client = client
  }

  get deletes(): boolean {
    return this.#deletions.length > 0
  }

  add({ structs, deletions }: PlainUpdate): void {
    for (const struct of structs) this.#write(struct)
    for (const deletion of deletions) this.#delete(deletion)
  }

  /** The update so far. */
  encode(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.#last === null ? 0 : 1)
    if (this.#last !== null) {
      encoding.writeVarUint(encoder, this.#pieces)
      encoding.writeVarUint(encoder, this.#client)
      encoding.writeVarUint(encoder, this.#start)
      encoding.writeUint8Array(encoder, encoding.toUint8Array(this.#closed))
      writePiece(encoder, this.#last)
    }
    writeDeletions(encoder, this.#deletions)
    return encoding.toUint8Array(encoder)
  }

  #write(struct: PlainStruct): void {
    if (this.#last === null || !goesOn(this.#last, struct, this.#client)) this.#begin(struct)
    if (this.#last === null) return
    encoding.writeUint8Array(this.#last.content, struct.content)
    this.#last.end = struct.clock + struct.length
  }

  #begin(first: PlainStruct): void {
    if (this.#last === null) this.#start = first.clock
    else writePiece(this.#closed, this.#last)
    this.#last = { first, content: encoding.createEncoder(), end: first.clock }
    this.#pieces += 1
  }

  /** Letters are mostly taken back one after the other. */
  #delete(deletion: Deletion): void {
    const last = this.#deletions.at(-1)
    const joined = last === undefined ? null : touching(last, deletion)
    if (joined === null) this.#deletions.push(deletion)
    else this.#deletions[this.#deletions.length - 1] = joined
  }
}
