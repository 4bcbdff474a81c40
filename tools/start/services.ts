import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, renameSync, rmSync, type WriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Guardian } from '../provision/guardian.ts'
import { Halt } from '../provision/halt.ts'
import { endProcess } from '../provision/processes.ts'
import { endLeftover, logSize, type ServerProcess } from '../provision/server-process.ts'
import { LastWords, parseJson } from './last-words.ts'

/** The line with which the services say that they answer. It may hold a one-time link and therefore goes to no log. */
const ReadyLine = z.looseObject({ ready: z.literal(true), address: z.string().optional(), setupLink: z.string().nullish() })
export type ReadyLine = z.infer<typeof ReadyLine>

export interface ServicesPlan {
  readonly root: string
  readonly runFolder: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly guardian: Guardian
}

/** The services while they run. */
export interface RunningServices extends ServerProcess {
  readonly ready: ReadyLine
}

const secondsToStart = 120

/** Bounds the part of the heap for short-lived objects: all services in one process then idle at 235 MB instead of 340. */
const youngGeneration = ['--max-semi-space-size=8']
const signals = { name: 'mreza', stopSignal: 'SIGTERM', lastResort: 'SIGKILL' } as const

const mainOf = (root: string) => join(root, 'apps', 'standalone', 'src', 'main.ts')

/** Ends services that a killed command left behind in this data folder; they would hold the port. */
export const endLeftoverServices = (runFolder: string, root: string): Promise<boolean> => endLeftover(runFolder, signals, mainOf(root))

/** Starts the services and resolves when they answer; ends them and halts with their own words when they do not. */
export async function startServices(plan: ServicesPlan): Promise<RunningServices> {
  const main = mainOf(plan.root)
  const child = spawn(process.execPath, [...youngGeneration, main, ...plan.args], {
    cwd: plan.root,
    env: plan.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
  remember(plan, child, ended)
  const stop = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null)
      await endProcess(child.pid, signals.stopSignal, signals.lastResort, 20)
    await ended
  }
  const words = new LastWords()
  const ready = await Promise.race([readyLine(child, openLog(plan.runFolder), words), ended.then(() => undefined), after(secondsToStart)])
  if (ready) return { child, ended, stop, ready }
  await stop()
  await sleep(100) // the last lines come out of the pipe a moment after its end
  throw new Halt(sentenceFor(words.errors() || `(none; ended with ${child.signalCode ?? `code ${child.exitCode}`})`, plan))
}

function remember(plan: ServicesPlan, { pid }: ChildProcess, ended: Promise<void>): void {
  if (pid === undefined) return
  const pidFile = join(plan.runFolder, `${signals.name}.pid`)
  writeFileSync(pidFile, String(pid))
  plan.guardian.watch(pid, signals.stopSignal, signals.lastResort)
  void ended.then(() => {
    plan.guardian.forget(pid)
    rmSync(pidFile, { force: true })
  })
}

/** Passes every line on to the log file and resolves with the ready line among them. */
function readyLine(child: ChildProcess, log: WriteStream, words: LastWords): Promise<ReadyLine> {
  return new Promise((resolve) => {
    const hear = (line: string) => {
      const ready = line.startsWith('{') ? ReadyLine.safeParse(parseJson(line)) : undefined
      if (ready?.success) return resolve(ready.data)
      log.write(`${line}\n`)
      words.hear(line)
    }
    for (const input of [child.stdout, child.stderr]) if (input) createInterface({ input }).on('line', hear)
  })
}

function openLog(runFolder: string): WriteStream {
  const file = join(runFolder, `${signals.name}.log`)
  if (logSize(runFolder, signals.name) > 8e6) renameSync(file, `${file}.1`)
  return createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => {})
}

const after = (seconds: number) => new Promise<undefined>((resolve) => setTimeout(resolve, seconds * 1000, undefined).unref())

function sentenceFor(said: string, plan: ServicesPlan): string {
  if (/EADDRINUSE/.test(said))
    return `Port ${plan.env.PORT} is taken by another program. Stop that program, or choose another port with --port.`
  if (/ENOSPC|No space left|disk full/i.test(said))
    return 'The disk is full, and the services cannot start. Free some space and run the command again.'
  return `The services did not start. Their log is ${join(plan.runFolder, 'mreza.log')}. Their last words:\n${said}`
}
