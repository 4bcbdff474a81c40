import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Guardian } from './guardian.ts'
import { commandOf, endProcess } from './processes.ts'
import type { ServerUser } from './server-user.ts'

/** How one server is started and ended. */
export interface ServerPlan {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly user: ServerUser | null
  readonly cwd: string
  /** Where the log and the process id are kept. */
  readonly runFolder: string
  readonly env?: NodeJS.ProcessEnv
  readonly stopSignal: NodeJS.Signals
  readonly lastResort: NodeJS.Signals
}

/** A server that was started by us. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Starts a server in a session of its own, so that a Ctrl-C meant for us does not reach it first; its output goes to `<name>.log`. */
export function startServer(plan: ServerPlan, guardian: Guardian): ServerProcess {
  const log = openLog(plan)
  const child = spawn(plan.command, plan.args, {
    cwd: plan.cwd,
    detached: true,
    env: plan.env ?? process.env,
    stdio: ['ignore', log, log],
    ...(plan.user ?? {}),
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  remember(plan, child, guardian, ended)
  return { child, ended, stop: () => stop(plan, child, ended) }
}

/** Ends a server that an earlier, killed command left behind. Only one whose command line names `mark` is touched. */
export async function endLeftover(
  runFolder: string,
  plan: Pick<ServerPlan, 'name' | 'stopSignal' | 'lastResort'>,
  mark: string,
): Promise<boolean> {
  const pid = rememberedPid(pidFile(runFolder, plan.name))
  if (pid === undefined || !commandOf(pid).includes(mark)) return false
  await endProcess(pid, plan.stopSignal, plan.lastResort, 20)
  return true
}

/** The last lines that a server wrote, for the sentence that explains why it did not start. */
export function lastLines(runFolder: string, name: string, count = 6): string {
  try {
    return readFileSync(logFile(runFolder, name), 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}

/** How much a server has written so far; with {@link logSince} it tells the words of this start from older ones. */
export const logSize = (runFolder: string, name: string): number => statSync(logFile(runFolder, name), { throwIfNoEntry: false })?.size ?? 0

export const logSince = (runFolder: string, name: string, size: number): string => {
  try {
    return readFileSync(logFile(runFolder, name)).subarray(size).toString()
  } catch {
    return ''
  }
}

export const logFile = (runFolder: string, name: string): string => join(runFolder, `${name}.log`)

const pidFile = (runFolder: string, name: string) => join(runFolder, `${name}.pid`)

const logLimit = 8e6

/** Opens the log to append; one that has grown large becomes `.log.1` first, and the one before it goes. */
function openLog(plan: ServerPlan): number {
  const file = logFile(plan.runFolder, plan.name)
  if (logSize(plan.runFolder, plan.name) > logLimit) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function remember(plan: ServerPlan, child: ChildProcess, guardian: Guardian, ended: Promise<void>): void {
  const { pid } = child
  if (pid === undefined) return
  writeFileSync(pidFile(plan.runFolder, plan.name), String(pid))
  guardian.watch(pid, plan.stopSignal, plan.lastResort)
  void ended.then(() => {
    guardian.forget(pid)
    rmSync(pidFile(plan.runFolder, plan.name), { force: true })
  })
}

async function stop(plan: ServerPlan, child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    await endProcess(child.pid, plan.stopSignal, plan.lastResort, 20)
  await ended
}

function rememberedPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && pid > 1 ? pid : undefined
  } catch {
    return undefined
  }
}
