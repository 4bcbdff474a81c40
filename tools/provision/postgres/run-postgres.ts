import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anyPort, freePort } from '../free-port.ts'
import type { Guardian } from '../guardian.ts'
import { Halt } from '../halt.ts'
import { commandOf, endProcess, isAlive } from '../processes.ts'
import { lastLines, logSince, logSize, type ServerPlan, type ServerProcess, startServer } from '../server-process.ts'
import type { ServerUser } from '../server-user.ts'

const usualPort = 5433
const secondsToStart = 60

export interface PostgresRun {
  readonly program: string
  readonly cluster: string
  readonly user: ServerUser | null
  readonly runFolder: string
  readonly guardian: Guardian
  /** The port it had before, when it is started again under running services. */
  readonly port?: number
  readonly settings?: readonly string[]
}

/** Starts PostgreSQL on this cluster, on loopback only, and resolves when it answers. Ends one that a killed command left behind. */
export async function runPostgres(run: PostgresRun): Promise<{ server: ServerProcess; port: number }> {
  await endOrphan(run.cluster)
  let port = run.port ?? (await freePort(usualPort))
  for (let attempt = 1; ; attempt++) {
    const from = logSize(run.runFolder, 'postgres')
    const server = startServer(planOf(run, port), run.guardian)
    if (await isReady(run.cluster, server)) return { server, port }
    await server.stop()
    const said = logSince(run.runFolder, 'postgres', from)
    if (attempt === 10 || !mayPass.test(said)) throw new Halt(sentenceFor(said, run))
    if (run.port === undefined && portTaken.test(said)) port = await anyPort()
    await sleep(500)
  }
}

const portTaken = /could not bind|Address already in use/
/** Reasons not to start that end by themselves: a port somebody was quicker to take, or backends of a killed server that are still ending. */
const mayPass = /could not bind|Address already in use|still in use|is the database system shutting down/

function planOf(run: PostgresRun, port: number): ServerPlan {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'logging_collector=off',
    ...(run.settings ?? []),
  ]
  return {
    name: 'postgres',
    command: run.program,
    args: ['-D', run.cluster, ...settings.flatMap((setting) => ['-c', setting])],
    user: run.user,
    cwd: run.cluster,
    runFolder: run.runFolder,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stopSignal: 'SIGINT',
    lastResort: 'SIGQUIT',
  }
}

/** PostgreSQL writes `ready` into its own pid file, under its own pid, when it takes connections. */
async function isReady(cluster: string, { child }: ServerProcess): Promise<boolean> {
  const deadline = performance.now() + secondsToStart * 1000
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const lines = pidLines(cluster)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await sleep(30)
  }
  return false
}

/**
 * A server of a killed command that still runs on this cluster is stopped properly. A pid file whose process is another program by now
 * is removed; one whose process is gone PostgreSQL recognises itself.
 */
async function endOrphan(cluster: string): Promise<void> {
  const pid = Number(pidLines(cluster)[0])
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return
  const command = commandOf(pid)
  if (command.includes(cluster) && command.includes('postgres')) await endProcess(pid, 'SIGINT', 'SIGQUIT', 30)
  else if (command !== '') rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function pidLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function sentenceFor(said: string, run: PostgresRun): string {
  if (/No space left/.test(said))
    return `The disk that holds ${run.cluster} is full, and PostgreSQL cannot start. Free some space and run the command again.`
  if (/Permission denied/.test(said))
    return `PostgreSQL may not read ${run.cluster}. Start as the user who started it the first time, or choose another folder with --data.`
  return `PostgreSQL did not start. The last words of its log (${join(run.runFolder, 'postgres.log')}):\n${lastLines(run.runFolder, 'postgres')}`
}
