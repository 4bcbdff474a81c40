import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** The chunks that a page needs before anything shows: the entry and all that it imports statically. */
type Chunks = Readonly<Record<string, Chunk>>

interface Chunk {
  readonly type: string
  readonly code?: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
  readonly modules?: Readonly<Record<string, unknown>>
}

const reach = (chunks: Chunks, from: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const next of chunks[from]?.imports ?? []) reach(chunks, next, seen)
  return seen
}

const gzipped = (chunks: Chunks, names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(chunks[name]?.code ?? '').length, 0)

const holding = (chunks: Chunks, file: string) =>
  Object.keys(chunks).find((name) => Object.keys(chunks[name]?.modules ?? {}).some((id) => id.endsWith(file)))

/**
 * Fails the build when the script before the first room is larger than `limit` bytes of gzip, and says how large it is.
 * `files` are the parts that the first room needs beside the entry: they must be there before it shows, though they load by themselves.
 */
export const firstLoad = ({ files, limit }: { files: readonly string[]; limit: number }): Plugin => ({
  name: 'mreza-first-load',
  apply: 'build',
  writeBundle(_options, bundle) {
    const chunks = bundle as unknown as Chunks
    const begin = [Object.keys(chunks).find((name) => chunks[name]?.isEntry), ...files.map((file) => holding(chunks, file))]
    const needed = new Set<string>()
    for (const name of begin) if (name !== undefined) reach(chunks, name, needed)
    const size = gzipped(chunks, needed)
    const said = `${(size / 1024).toFixed(1)} KB of script (gzip) before the first room, at most ${limit / 1024} KB`
    if (size > limit) this.error(said)
    this.info(said)
  },
})
