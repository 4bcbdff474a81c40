import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { TrialReply, TrialRequest } from './trial-messages.ts'

/** What came of a request: the thread's answer, `died` when this request killed the thread, `lost` when another did. */
export type TrialOutcome = TrialReply['answer'] | 'died' | 'lost'

interface Waiting {
  readonly id: number
  /** Processor time that it may take. */
  readonly limitMs: number
  readonly settle: (outcome: TrialOutcome) => void
}

type Ask = TrialRequest extends infer R ? (R extends TrialRequest ? Omit<R, 'id'> : never) : never

const workerFile = new URL('./trial-worker.ts', import.meta.url)
/** A thread that got no processor at all is given this much longer before it counts as hung. */
const starvedFactor = 12
/** Playing what was tried before is nobody's attack; it may take this much longer than a trial. */
const playedFactor = 20

/**
 * One trial thread. Requests are answered in order; the first in the queue is the one being worked on, so when it uses
 * more processor time or memory than allowed it is the culprit: the thread is ended, it `died`, and the others are `lost`.
 */
export class TrialThread {
  readonly #worker: Worker
  readonly #limitMs: number
  readonly #waiting: Waiting[] = []
  #nextId = 1
  #alive = true
  #watching = false

  constructor(limits: { trialMs: number; trialMegabytes: number }) {
    this.#limitMs = limits.trialMs
    this.#worker = new Worker(workerFile, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.trialMegabytes, maxYoungGenerationSizeMb: 4, stackSizeMb: 4 },
    })
    this.#worker.on('message', ({ id, answer }: TrialReply) => {
      if (this.#waiting[0]?.id === id) this.#waiting.shift()?.settle(answer)
    })
    this.#worker.on('error', () => this.#end())
    this.#worker.on('exit', () => this.#end())
    this.#worker.unref()
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Asks and waits. Never rejects. */
  ask(request: Ask): Promise<TrialOutcome> {
    if (!this.#alive) return Promise.resolve('lost')
    const id = this.#nextId
    this.#nextId += 1
    return new Promise((settle) => {
      const limitMs = request.kind === 'try' ? this.#limitMs : this.#limitMs * playedFactor
      this.#waiting.push({ id, limitMs, settle })
      this.#worker.postMessage({ ...request, id })
      if (!this.#watching) void this.#watch()
    })
  }

  async stop(): Promise<void> {
    this.#end()
    await this.#worker.terminate()
  }

  /** Follows the head of the queue while there is one; ends the thread when one head stays too long. */
  async #watch(): Promise<void> {
    this.#watching = true
    for (let head = this.#waiting[0]; this.#alive && head !== undefined; head = this.#waiting[0]) {
      const before = await this.#cpuMs()
      for (let turns = 1; this.#alive && this.#waiting[0] === head; turns += 1) {
        await sleep(this.#limitMs, undefined, { ref: false })
        await nextTurn()
        const used = (await this.#cpuMs()) - before
        const starved = turns * this.#limitMs >= head.limitMs * starvedFactor
        if (this.#waiting[0] === head && (used >= head.limitMs * 0.9 || starved)) {
          this.#end()
          await this.#worker.terminate()
        }
      }
    }
    this.#watching = false
  }

  async #cpuMs(): Promise<number> {
    const usage = await this.#worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
    return (usage.user + usage.system) / 1_000
  }

  #end(): void {
    if (!this.#alive) return
    this.#alive = false
    const [culprit, ...others] = this.#waiting.splice(0)
    culprit?.settle('died')
    for (const other of others) other.settle('lost')
  }
}
