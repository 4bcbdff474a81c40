import { gzipSync } from 'node:zlib'

/** A piece of the built script. */
export interface Chunk {
  readonly type: string
  readonly code?: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
  readonly modules?: Readonly<Record<string, unknown>>
}

/** All pieces of a build by their names. */
export type Chunks = Readonly<Record<string, Chunk>>

/** A piece and all that it imports statically. */
export const reach = (chunks: Chunks, from: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const next of chunks[from]?.imports ?? []) reach(chunks, next, seen)
  return seen
}

/** What the pieces weigh on the line, in bytes. */
export const gzipped = (chunks: Chunks, names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(chunks[name]?.code ?? '').length, 0)

/** The piece in which a file of the source ended up. */
export const holding = (chunks: Chunks, file: string): string | undefined =>
  Object.keys(chunks).find((name) => Object.keys(chunks[name]?.modules ?? {}).some((id) => id.endsWith(file)))

/** The pieces that are needed for the entry and these files. */
export const neededFor = (chunks: Chunks, files: readonly string[]): Set<string> => {
  const begin = [Object.keys(chunks).find((name) => chunks[name]?.isEntry), ...files.map((file) => holding(chunks, file))]
  const needed = new Set<string>()
  for (const name of begin) if (name !== undefined) reach(chunks, name, needed)
  return needed
}
