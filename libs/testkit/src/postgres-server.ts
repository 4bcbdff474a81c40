import { execFile, spawn } from 'node:child_process'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { openAdmin } from '@mreza/db'
import { sql } from 'kysely'
import { dieWithUs, end } from './ended.ts'
import { eventually } from './eventually.ts'
import { freePort } from './free-port.ts'
import { postgresBinaries } from './postgres-binaries.ts'

/** A PostgreSQL that lives as long as a test run. */
export interface PostgresServer {
  /** Of its superuser, in the database `postgres`. */
  readonly adminUrl: string
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

const run = promisify(execFile)

/** PostgreSQL refuses to run as root, so root lends it to `nobody`. */
const otherUser = async (): Promise<{ uid: number; gid: number } | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'nobody'])).stdout)))
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

/** Safe only where losing everything does not matter: in tests. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

const usual = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'shared_buffers=64MB',
  'log_min_messages=fatal',
]

const settings = (port: number, durable: boolean): string[] =>
  [...usual, `port=${port}`, ...(durable ? [] : careless)].flatMap((setting) => ['-c', setting])

const answers = async (adminUrl: string): Promise<void> => {
  const admin = openAdmin(adminUrl)
  try {
    await sql`select 1`.execute(admin)
  } finally {
    await admin.destroy()
  }
}

const superuserPassword = 'test-postgres'

/** Makes the cluster's files. `passwords`: everyone must show theirs; otherwise everyone of this machine may enter as anyone. */
const makeCluster = async (
  initdb: string,
  data: string,
  user: { uid: number; gid: number } | undefined,
  passwords: boolean,
): Promise<void> => {
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=sr-Latn-RS', '--encoding=UTF8']
  const passwordFile = join(data, '..', `${basename(data)}.password`)
  await writeFile(passwordFile, superuserPassword)
  const auth = passwords ? '--auth=scram-sha-256' : '--auth=trust'
  try {
    await run(initdb, ['--pgdata', data, '--username=postgres', `--pwfile=${passwordFile}`, auth, '--no-sync', ...locale], {
      ...user,
      cwd: data,
    })
  } finally {
    await rm(passwordFile)
  }
}

/** Starts a fresh cluster with the Serbian collation on a free port. It takes about three seconds. `durable`: what is committed is on disk. */
export const startPostgres = async ({ passwords = false, durable = false } = {}): Promise<PostgresServer> => {
  const user = await otherUser()
  const { initdb, postgres } = await postgresBinaries(user !== undefined)
  const data = await mkdtemp(join(tmpdir(), 'mreza-test-pg-'))
  if (user !== undefined) await chown(data, user.uid, user.gid)
  await makeCluster(initdb, data, user, passwords)
  const port = await freePort()
  const child = spawn(postgres, ['-D', data, ...settings(port, durable)], { ...user, cwd: data, stdio: 'ignore' })
  dieWithUs(child, data)
  const adminUrl = `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`
  const stop = async () => {
    await end(child, 'SIGINT')
    await rm(data, { recursive: true, force: true })
  }
  await eventually(() => answers(adminUrl)).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { adminUrl, stop }
}
