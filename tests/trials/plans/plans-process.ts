import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { World } from '../../../apps/plans/src/service-for-tests.ts'
import { bundle } from './bundle.ts'

/** An instance of the service as a process of its own. */
export interface PlansProcess {
  readonly address: string
  /** `SIGKILL`; resolves when it is gone. */
  kill(): Promise<void>
  /** `SIGSTOP`: it does nothing any more, and its lines stay open. */
  stop(): void
  /** `SIGCONT`. */
  wake(): void
  /** Compacts a room; resolves when that is done, and never when it is killed over it. */
  compact(roomId: string): Promise<void>
}

const source = fileURLToPath(new URL('../../../apps/plans/src/plans-process-for-tests.ts', import.meta.url))

const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const compact = async (child: ChildProcess, lines: Interface, roomId: string): Promise<void> => {
  const told = once(lines, 'line')
  child.stdin?.write(`${roomId}\n`)
  const [line] = await told
  if (line !== `${roomId} true`) throw new Error(`the process said ${String(line)}`)
}

const startProcess = async ({ database, bus }: World, program: string): Promise<PlansProcess> => {
  const child = spawn(process.execPath, [program, database.adminUrl, JSON.stringify(database.passwords), bus.broker.url], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(program), 'cache') },
  })
  child.stdin.on('error', () => undefined)
  const lines = createInterface(child.stdout)
  const [address] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('an instance ended before it began'))),
  ])
  return {
    address: String(address),
    kill: () => killed(child),
    stop: () => child.kill('SIGSTOP'),
    wake: () => child.kill('SIGCONT'),
    compact: (roomId) => compact(child, lines, roomId),
  }
}

/** Processes that are started ahead, so that one is there at once when another was killed. */
export class Spares {
  readonly #world: World
  readonly #program: string
  readonly #waiting: Promise<PlansProcess>[]
  readonly #all: PlansProcess[] = []

  private constructor(world: World, program: string, count: number) {
    this.#world = world
    this.#program = program
    this.#waiting = Array.from({ length: count }, () => this.#start())
  }

  /** @param count how many are kept warm */
  static async keep(world: World, count: number): Promise<Spares> {
    return new Spares(world, await bundle(source), count)
  }

  /** The next that is ready; another is begun in its place. */
  async next(): Promise<PlansProcess> {
    this.#waiting.push(this.#start())
    const next = await this.#waiting.shift()
    if (next === undefined) throw new Error('there is no process')
    return next
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#waiting)
    await Promise.all(this.#all.map((each) => each.kill()))
    await rm(dirname(this.#program), { recursive: true, force: true, maxRetries: 3 })
  }

  async #start(): Promise<PlansProcess> {
    const started = await startProcess(this.#world, this.#program)
    this.#all.push(started)
    return started
  }
}
