import { createHash } from 'node:crypto'

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

/** The hash of what a room says: of its salt (32 random bytes of the room) and its canonical text in UTF-8 (PL19). */
export const roomHash = (salt: Buffer, text: string): Buffer => sha256(Buffer.concat([salt, Buffer.from(text, 'utf8')]))

/** The hash of a version: over the hashes of its rooms, one after another in the order of the rooms (PL19). */
export const versionHash = (roomHashes: readonly Buffer[]): Buffer => sha256(Buffer.concat(roomHashes))
