import { statfsSync } from 'node:fs'
import { Halt } from './halt.ts'

const neededMegabytes = 300

/** Refuses to begin on a disk that would be full soon: PostgreSQL that cannot write its log stops in the middle of somebody's work. */
export function checkDiskSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free < neededMegabytes)
    throw new Halt(
      `The disk that holds ${folder} has ${free} MB left, and ${neededMegabytes} MB are needed. Free some space, or choose another folder with --data.`,
    )
}
