import { existsSync } from 'node:fs'
import { join } from 'node:path'

const apps = join(import.meta.dirname, '..', '..', '..')

/**
 * How Node runs one service in a process of its own (0047): a small part for short-lived objects, and a heap that is tidied before it
 * grows; one arena of the C library for all threads, since of each something stays behind. The image and the bench do the same.
 */
export const serviceFlags: readonly string[] = ['--max-semi-space-size=2', '--optimize-for-size']
export const serviceEnvironment: NodeJS.ProcessEnv = { MALLOC_ARENA_MAX: '1' }

/** The program of a service: packed where an image was made, else its source. */
export const mainOf = (name: string): string => {
  const packed = join(apps, name, 'dist', 'main.mjs')
  return existsSync(packed) ? packed : join(apps, name, 'src', 'main.ts')
}
