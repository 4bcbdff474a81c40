import * as encoding from 'lib0/encoding'
import { type Deletion, type Place, type PlainStruct, type PlainUpdate, words } from './plain-update.ts'

/** Words that were typed one after the other; what joined them to the first is said by that. */
interface Piece {
  readonly first: PlainStruct
  readonly contents: Uint8Array[]
  end: number
}

/** As a document cuts words in two, so may they be joined: each after the last of those before, all before the same. */
const goesOn = (piece: Piece, struct: PlainStruct, client: number): boolean => {
  const { first } = piece
  const { origin, right } = struct
  if (first.kind !== words || struct.kind !== words || origin === null) return false
  return origin.client === client && origin.clock === piece.end - 1 && samePlace(first.right, right)
}

const samePlace = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)

const piecesOf = (client: number, updates: readonly PlainUpdate[]): Piece[] => {
  const pieces: Piece[] = []
  let last: Piece | undefined
  for (const { structs } of updates)
    for (const struct of structs) {
      if (last !== undefined && goesOn(last, struct, client)) last.contents.push(struct.content)
      else {
        last = { first: struct, contents: [struct.content], end: 0 }
        pieces.push(last)
      }
      last.end = struct.clock + struct.length
    }
  return pieces
}

const writePlace = (encoder: encoding.Encoder, { client, clock }: Place): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

const writePiece = (encoder: encoding.Encoder, { first: { kind, origin, right, parent }, contents }: Piece): void => {
  encoding.writeUint8(encoder, kind | (origin === null ? 0 : 128) | (right === null ? 0 : 64))
  if (origin !== null) writePlace(encoder, origin)
  if (right !== null) writePlace(encoder, right)
  if (parent !== null) {
    encoding.writeVarUint(encoder, 0)
    writePlace(encoder, parent)
  }
  if (kind === words) {
    let bytes = 0
    for (const content of contents) bytes += content.byteLength
    encoding.writeVarUint(encoder, bytes)
  }
  for (const content of contents) encoding.writeUint8Array(encoder, content)
}

/** What is deleted, by writer, sorted, with what touches or overlaps made one. */
const joined = (deletions: readonly Deletion[]): Map<number, Deletion[]> => {
  const byClient = new Map<number, Deletion[]>()
  for (const deletion of [...deletions].sort((a, b) => a.client - b.client || a.clock - b.clock)) {
    const of = byClient.get(deletion.client) ?? []
    byClient.set(deletion.client, of)
    const last = of.at(-1)
    if (last === undefined || last.clock + last.length < deletion.clock) of.push(deletion)
    else of[of.length - 1] = { ...last, length: Math.max(last.length, deletion.clock + deletion.length - last.clock) }
  }
  return byClient
}

const writeDeletions = (encoder: encoding.Encoder, deletions: readonly Deletion[]): void => {
  const byClient = joined(deletions)
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
}

/** Writes consecutive updates of one writer as one update of the same effect. */
export const writePlain = (client: number, updates: readonly PlainUpdate[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  const pieces = piecesOf(client, updates)
  const [first] = pieces
  encoding.writeVarUint(encoder, first === undefined ? 0 : 1)
  if (first !== undefined) {
    encoding.writeVarUint(encoder, pieces.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, first.first.clock)
    for (const piece of pieces) writePiece(encoder, piece)
  }
  writeDeletions(
    encoder,
    updates.flatMap(({ deletions }) => deletions),
  )
  return encoding.toUint8Array(encoder)
}
