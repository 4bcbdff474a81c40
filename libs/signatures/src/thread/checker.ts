import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { CheckReply, CheckRequest } from './messages.ts'

const workerFile = new URL('./check-worker.ts', import.meta.url)
/** How often the thread is looked after. */
const lookMs = 250
/** A thread that got no processor at all is given this many times longer before it counts as hung. */
const starvedFactor = 10

/** What one check may take. */
export interface CheckerLimits {
  /** Processor time. */
  readonly cpuMs: number
  /** Memory of the thread's own values; what is unpacked is bounded by the limits of the PDF. */
  readonly megabytes: number
  /** More than this do not wait. */
  readonly queue: number
}

/** Enough for a file of 25 MB with a hundred signatures. */
export const usualCheckerLimits: CheckerLimits = { cpuMs: 20_000, megabytes: 512, queue: 20 }

/** Too many files wait already; asking again in a moment may help. */
export class CheckerBusy extends Error {
  constructor() {
    super('too many files are waiting to be checked')
    this.name = 'CheckerBusy'
  }
}

interface Waiting {
  readonly request: CheckRequest
  readonly settle: (outcome: CheckReply | 'too-costly') => void
}

/** Checks files one after another in a thread of its own. One that takes too much ends the thread, and only itself. */
export class Checker {
  readonly #limits: CheckerLimits
  readonly #waiting: Waiting[] = []
  #worker: Worker | null = null

  constructor(limits: CheckerLimits = usualCheckerLimits) {
    this.#limits = limits
  }

  /** @throws CheckerBusy when too many wait */
  ask(request: CheckRequest): Promise<CheckReply | 'too-costly'> {
    if (this.#waiting.length >= this.#limits.queue) return Promise.reject(new CheckerBusy())
    return new Promise((settle) => {
      this.#waiting.push({ request, settle })
      if (this.#waiting.length === 1) this.#begin()
    })
  }

  /** Ends the thread; whoever waits is told that it cost too much. */
  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    for (const { settle } of this.#waiting.splice(0)) settle('too-costly')
    await worker?.terminate()
  }

  #begin(): void {
    const [head] = this.#waiting
    if (head === undefined) {
      this.#worker?.unref()
      return
    }
    this.#worker ??= this.#start()
    // The process may end while the thread is idle, not while somebody waits.
    this.#worker.ref()
    this.#worker.postMessage(head.request)
    void this.#watch(this.#worker, head)
  }

  #start(): Worker {
    const worker = new Worker(workerFile, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes, stackSizeMb: 4 },
    })
    worker.on('message', (reply: CheckReply) => this.#settle(worker, reply))
    worker.on('error', () => this.#settle(worker, 'too-costly'))
    worker.on('exit', () => this.#settle(worker, 'too-costly'))
    return worker
  }

  #settle(worker: Worker, outcome: CheckReply | 'too-costly'): void {
    if (this.#worker !== worker) return
    if (outcome === 'too-costly') {
      this.#worker = null
      void worker.terminate()
    }
    this.#waiting.shift()?.settle(outcome)
    this.#begin()
  }

  /** Follows one request until it is answered, or has used its time. */
  async #watch(worker: Worker, head: Waiting): Promise<void> {
    const before = await cpuMs(worker)
    for (let turns = 1; this.#worker === worker && this.#waiting[0] === head; turns += 1) {
      await sleep(lookMs, undefined, { ref: false })
      const used = (await cpuMs(worker)) - before
      const over = used >= this.#limits.cpuMs || turns * lookMs >= this.#limits.cpuMs * starvedFactor
      if (over && this.#waiting[0] === head) this.#settle(worker, 'too-costly')
    }
  }
}

async function cpuMs(worker: Worker): Promise<number> {
  const usage = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
  return (usage.user + usage.system) / 1_000
}
