import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAdmin } from '@mreza/db'
import { sql } from 'kysely'
import { dieWithUs, end, ended } from './ended.ts'
import { eventually } from './eventually.ts'
import { freePort } from './free-port.ts'
import { makeCluster, type PostgresCluster, superuserPassword } from './postgres-cluster.ts'

/** A PostgreSQL that lives as long as a test run. */
export interface PostgresServer {
  /** Of its superuser, in the database `postgres`. */
  readonly adminUrl: string
  /** Takes its first process down as a power cut would (`SIGKILL`); the others see it and follow. */
  kill(): Promise<void>
  /** Brings it back over the same data and the same port, however it ended; resolves when it answers. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** What kind of server a test needs. */
export interface PostgresOptions {
  /** Everyone must show their password. */
  readonly passwords?: boolean
  /** What is committed is on disk. */
  readonly durable?: boolean
  /** A volume with little room: the data lie in a new folder there, in small files. */
  readonly volume?: string
}

/** Safe only where losing everything does not matter: in tests. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const sparing = ['min_wal_size=2MB', 'max_wal_size=8MB']

const usual = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'shared_buffers=64MB',
  'log_min_messages=fatal',
]

const settings = (port: number, { durable, volume }: PostgresOptions): string[] =>
  [...usual, `port=${port}`, ...(durable === true ? [] : careless), ...(volume === undefined ? [] : sparing)].flatMap((setting) => [
    '-c',
    setting,
  ])

const answers = async (adminUrl: string): Promise<void> => {
  const admin = openAdmin(adminUrl)
  try {
    await sql`select 1`.execute(admin)
  } finally {
    await admin.destroy()
  }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

/**
 * Waits until the server of a cluster answers, and runs one if there is none. What is left of one that was killed may still
 * hold its data, so it is tried until it stays.
 */
const runCluster = async (
  { data, user, program }: PostgresCluster,
  words: readonly string[],
  adminUrl: string,
  before?: ChildProcess,
): Promise<ChildProcess> => {
  const spawned = () => {
    const child = spawn(program, ['-D', data, ...words], { ...user, cwd: data, stdio: 'ignore' })
    dieWithUs(child, data)
    return child
  }
  let child = before ?? spawned()
  try {
    await eventually(async () => {
      if (!isRunning(child)) child = spawned()
      await answers(adminUrl)
    })
  } catch (error) {
    await end(child, 'SIGINT')
    throw error
  }
  return child
}

/** Starts a fresh cluster with the Serbian collation on a free port. It takes about three seconds. */
export const startPostgres = async (options: PostgresOptions = {}): Promise<PostgresServer> => {
  const data = await mkdtemp(join(options.volume ?? tmpdir(), 'mreza-test-pg-'))
  const cluster = await makeCluster(data, { passwords: options.passwords === true, small: options.volume !== undefined })
  const port = await freePort()
  const adminUrl = `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`
  const remove = () => rm(data, { recursive: true, force: true, maxRetries: 3 })
  let child = await runCluster(cluster, settings(port, options), adminUrl).catch(async (error: unknown) => {
    await remove()
    throw error
  })
  return {
    adminUrl,
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    start: async () => {
      child = await runCluster(cluster, settings(port, options), adminUrl, child)
    },
    stop: async () => {
      await end(child, 'SIGINT')
      await remove()
    },
  }
}
