import { execFile } from 'node:child_process'
import { chown, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { postgresBinaries } from './postgres-binaries.ts'

const run = promisify(execFile)

/** The user in whose name PostgreSQL runs; undefined is our own. */
export type PostgresUser = { readonly uid: number; readonly gid: number } | undefined

/** The files of a cluster, and what is needed to run it. */
export interface PostgresCluster {
  readonly data: string
  readonly user: PostgresUser
  /** The server's program. */
  readonly program: string
}

/** Who must be asked for what when a cluster is made. */
export interface ClusterShape {
  /** Everyone must show their password; otherwise everyone of this machine may enter as anyone. */
  readonly passwords: boolean
  /** Written to a volume that has room for little: log files of 1 MiB. */
  readonly small: boolean
}

/** The password of the superuser `postgres`. */
export const superuserPassword = 'test-postgres'

/** PostgreSQL refuses to run as root, so root lends it to `nobody`. */
const otherUser = async (): Promise<PostgresUser> => {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'nobody'])).stdout)))
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

/** Makes a cluster with the Serbian collation in an empty folder. */
export const makeCluster = async (data: string, { passwords, small }: ClusterShape): Promise<PostgresCluster> => {
  const user = await otherUser()
  const { initdb, postgres } = await postgresBinaries(user !== undefined)
  if (user !== undefined) await chown(data, user.uid, user.gid)
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=sr-Latn-RS', '--encoding=UTF8']
  const passwordFile = join(data, '..', `${basename(data)}.password`)
  await writeFile(passwordFile, superuserPassword)
  const auth = passwords ? '--auth=scram-sha-256' : '--auth=trust'
  const segments = small ? ['--wal-segsize=1'] : []
  try {
    const words = ['--pgdata', data, '--username=postgres', `--pwfile=${passwordFile}`, auth, '--no-sync', ...locale, ...segments]
    await run(initdb, words, { ...user, cwd: data })
  } finally {
    await rm(passwordFile)
  }
  return { data, user, program: postgres }
}
