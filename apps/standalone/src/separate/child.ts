import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '@mreza/service'
import { serviceEnvironment, serviceFlags } from './service-process.ts'

/** A service that runs as a process of its own and is started again when it ends unasked. */
export interface SupervisedChild {
  /** Ends it well: SIGTERM, and after a while SIGKILL. */
  stop(): Promise<void>
}

/** What to run. */
export interface ChildPlan {
  readonly name: string
  /** The path of its `main.ts`. */
  readonly main: string
  readonly env: NodeJS.ProcessEnv
  readonly log: Log
}

const shortestPause = 200
const longestPause = 5_000
/** A child that ran this long had started well, and the next pause is short again. */
const settledAfter = 30_000
const patience = 15_000
const startLimit = 60_000

const launch = ({ main, env }: ChildPlan) =>
  fork(main, {
    env: { ...serviceEnvironment, ...env },
    execPath: process.execPath,
    execArgv: [...serviceFlags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()))

const ready = (child: ChildProcess, name: string) =>
  new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new Error(`${name} ended before it was ready`)))
    child.once('error', reject)
    setTimeout(reject, startLimit, new Error(`${name} was not ready in time`)).unref()
  })

const end = async (child: ChildProcess) => {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended(child)
  clearTimeout(timer)
}

/** Starts a child and resolves when it says that it answers; rejects when the first start fails. Later ends are followed by new starts, for ever. */
export const superviseChild = async (plan: ChildPlan): Promise<SupervisedChild> => {
  let stopping = false
  let child = launch(plan)
  await ready(child, plan.name)
  const watch = async () => {
    for (let pause = shortestPause; ; pause = Math.min(pause * 2, longestPause)) {
      const since = Date.now()
      await ended(child)
      if (stopping) return
      if (Date.now() - since > settledAfter) pause = shortestPause
      plan.log.warn('a service ended and is started again', { child: plan.name, signal: child.signalCode, code: child.exitCode })
      await sleep(pause)
      if (stopping) return
      child = launch(plan)
      child.on('error', () => undefined)
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping = true
      await end(child)
      await watching
    },
  }
}
