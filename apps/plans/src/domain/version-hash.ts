import { createHash } from 'node:crypto'

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

/** The hash of what a room says: of its canonical text in UTF-8 (PL19). */
export const roomHash = (text: string): Buffer => sha256(text)

/** The hash of a version: over the hashes of its rooms, one after another in the order of the rooms (PL19). */
export const versionHash = (roomHashes: readonly Buffer[]): Buffer => sha256(Buffer.concat(roomHashes))
