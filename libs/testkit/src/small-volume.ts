import { execFile, spawn } from 'node:child_process'
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A volume of a few megabytes that can be filled up. */
export interface SmallVolume {
  readonly folder: string
  /** Leaves no byte free. */
  fill(): Promise<void>
  /** Gives the space back. */
  free(): Promise<void>
  /** Takes the volume away with all that is on it. */
  remove(): Promise<void>
}

const run = promisify(execFile)
const chunk = Buffer.alloc(64 * 1024)

/** Writes until there is no space for another byte. */
const fillUp = async (file: string): Promise<void> => {
  const ballast = await open(file, 'a')
  try {
    for (let size = chunk.byteLength; size > 0; )
      try {
        await ballast.write(chunk, 0, size)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        size >>= 1
      }
  } finally {
    await ballast.close()
  }
}

/** Takes the volume away too if we end without having done so: waits for the end of a pipe that only we hold. */
const removeWithUs = (folder: string): (() => void) => {
  const script = 'cat >/dev/null; umount -l "$0" 2>/dev/null; rmdir "$0" 2>/dev/null'
  const watchman = spawn('/bin/sh', ['-c', script, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watchman.unref()
  return () => watchman.stdin?.end()
}

/** Makes a volume in memory; null where that is not allowed (it takes root, on Linux) or not possible. */
export const makeSmallVolume = async (megabytes: number): Promise<SmallVolume | null> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = await mkdtemp(join(tmpdir(), 'mreza-test-volume-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])
  } catch {
    await rmdir(folder)
    return null
  }
  const dismiss = removeWithUs(folder)
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => rm(ballast, { force: true }),
    remove: async () => {
      await run('umount', ['-l', folder])
      await rmdir(folder)
      dismiss()
    },
  }
}
