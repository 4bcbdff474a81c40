import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Halt } from './halt.ts'

/** Another user than ourselves, as whom PostgreSQL and NATS run. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/**
 * As whom the servers run: as ourselves (`null`), but never as root, which PostgreSQL refuses. Then it is the owner of what is there
 * already, else the system's `postgres` user, which is made when it is missing.
 */
export function serverUser(existing: string | undefined): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = existing === undefined ? undefined : ownerOf(existing)
  if (owner && owner.uid !== 0) return owner
  return lookUp('postgres') ?? create('postgres')
}

function ownerOf(path: string): ServerUser | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && { uid: found.uid, gid: found.gid }
}

function lookUp(name: string): ServerUser | undefined {
  const id = (flag: string) => {
    const asked = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return asked.status === 0 ? Number(asked.stdout) : undefined
  }
  const [uid, gid] = [id('-u'), id('-g')]
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

function create(name: string): ServerUser {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  const made = lookUp(name)
  if (made) return made
  throw new Halt(
    'PostgreSQL does not run as root, and no user "postgres" could be made for it. Start as an ordinary user, or set DATABASE_URL.',
  )
}
