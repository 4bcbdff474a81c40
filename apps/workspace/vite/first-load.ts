import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** The chunks that a page needs before anything shows: the entry and all that it imports statically. */
type Chunks = Readonly<
  Record<string, { readonly type: string; readonly code?: string; readonly imports?: readonly string[]; readonly isEntry?: boolean }>
>

const reach = (chunks: Chunks, from: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const next of chunks[from]?.imports ?? []) reach(chunks, next, seen)
  return seen
}

const gzipped = (chunks: Chunks, names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(chunks[name]?.code ?? '').length, 0)

/** Fails the build when the script before the first room is larger than `limit` bytes of gzip, and says how large it is. */
export const firstLoad = ({ limit }: { limit: number }): Plugin => ({
  name: 'mreza-first-load',
  apply: 'build',
  writeBundle(_options, bundle) {
    const chunks = bundle as unknown as Chunks
    const entry = Object.keys(chunks).find((name) => chunks[name]?.isEntry)
    if (entry === undefined) return
    const size = gzipped(chunks, reach(chunks, entry))
    this.info(`first load: ${(size / 1024).toFixed(1)} KB of script (gzip) in the entry, at most ${(limit / 1024).toFixed(0)}`)
    if (size > limit) this.error(`the first load is ${(size / 1024).toFixed(1)} KB of script, more than ${(limit / 1024).toFixed(0)} KB`)
  },
})
