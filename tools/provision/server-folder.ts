import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Halt } from './halt.ts'
import type { ServerUser } from './server-user.ts'

/**
 * Where the servers keep their data: `wanted`, or, when they run as a user who cannot reach it (a clone below root's home), a folder
 * of their own that survives a restart of the machine. The caller remembers the answer.
 */
export function serverFolder(wanted: string, user: ServerUser | null, id: string): string {
  if (user === null || canReach(user, wanted)) return wanted
  for (const base of ['/var/lib', '/var/tmp']) {
    const folder = join(base, `mreza-${id}`)
    if (make(folder) && canReach(user, folder)) return folder
  }
  throw new Halt(
    `PostgreSQL runs as its own user here, and that user cannot reach ${wanted}. Choose a folder that it can reach with --data.`,
  )
}

/** A folder below, made if needed, that belongs to the user of the servers and is closed to others. */
export function ownedFolder(parent: string, name: string, user: ServerUser | null): string {
  const folder = join(parent, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

/** Whether this user can enter the folder. Tried, not computed: there are more kinds of permission than mode bits. */
export function canReach(user: ServerUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { cwd: '/', uid: user.uid, gid: user.gid, stdio: 'ignore' }).status === 0
}

function make(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    return existsSync(folder)
  } catch {
    return false
  }
}
