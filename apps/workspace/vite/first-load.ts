import type { Plugin } from 'vite'
import { type Chunks, gzipped, holding, neededFor } from './chunks.ts'

/** A page that loads more than the first room does: its files, and how much it may add. */
export interface LatePage {
  readonly name: string
  readonly files: readonly string[]
  readonly limit: number
}

const inKb = (bytes: number) => (bytes / 1024).toFixed(1)

/**
 * Fails the build when the script before the first room is larger than `limit` bytes of gzip, or a late page adds more than it may, and says
 * how large they are. `files` are the parts that the first room needs beside the entry: they must be there before it shows, though they load
 * by themselves.
 */
export const firstLoad = ({ files, limit, late }: { files: readonly string[]; limit: number; late: readonly LatePage[] }): Plugin => ({
  name: 'mreza-first-load',
  apply: 'build',
  writeBundle(_options, bundle) {
    const chunks = bundle as unknown as Chunks
    const first = neededFor(chunks, files)
    const size = gzipped(chunks, first)
    const said = `${inKb(size)} KB of script (gzip) before the first room, at most ${limit / 1024} KB`
    if (size > limit) this.error(said)
    this.info(said)
    for (const page of late) {
      const missing = page.files.find((file) => holding(chunks, file) === undefined)
      if (missing !== undefined) this.error(`${missing} is no part of the build`)
      const onlyHere = [...neededFor(chunks, [...files, ...page.files])].filter((file) => !first.has(file))
      const added = gzipped(chunks, new Set(onlyHere))
      const more = `${inKb(added)} KB more for ${page.name}, at most ${page.limit / 1024} KB`
      if (added > page.limit) this.error(more)
      this.info(more)
    }
  },
})
