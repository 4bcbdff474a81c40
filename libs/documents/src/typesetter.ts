import { Worker } from 'node:worker_threads'
import type { TypesetReply, TypesetRequest } from './typesetter-messages.ts'

const workerFile = new URL('./typeset-worker.ts', import.meta.url)
/** More documents than this do not wait; the next is refused. */
const longestQueue = 20
/** Shorter than whoever asked is ready to wait. */
const longestMs = 12_000

/** Too many documents wait already; asking again in a moment may help. */
export class TypesetterBusy extends Error {
  constructor() {
    super('too many documents are waiting to be set')
  }
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (cause: Error) => void
  readonly timer: NodeJS.Timeout
}

/**
 * Sets documents one after another in a thread of its own, because a long one takes longer than other people's keys may wait.
 * The thread begins with the first document; one that takes too long, or dies, is replaced and takes its queue with it.
 */
export class Typesetter {
  #worker: Worker | null = null
  #nextId = 1
  readonly #waiting = new Map<number, Waiting>()

  /** @throws TypesetterBusy when the queue is full; Error when the document cannot be set */
  render(template: string, data: string): Promise<Uint8Array> {
    if (this.#waiting.size >= longestQueue) return Promise.reject(new TypesetterBusy())
    const worker = this.#running()
    const id = this.#nextId
    this.#nextId += 1
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end(worker, new Error('the document took too long to be set')), longestMs).unref()
      this.#waiting.set(id, { resolve, reject, timer })
      // The process may end while the thread is idle, not while somebody waits.
      worker.ref()
      worker.postMessage({ id, template, data } satisfies TypesetRequest)
    })
  }

  /** Ends the thread; whoever waits is told. */
  async stop(): Promise<void> {
    const worker = this.#worker
    if (worker === null) return
    this.#end(worker, new Error('the typesetter was stopped'))
    await worker.terminate()
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(workerFile, { execArgv: [] })
    worker.on('message', (reply: TypesetReply) => this.#settle(reply))
    worker.on('error', (cause: Error) => this.#end(worker, cause))
    worker.on('exit', () => this.#end(worker, new Error('the typesetter ended')))
    this.#worker = worker
    return worker
  }

  #settle(reply: TypesetReply): void {
    const waiting = this.#waiting.get(reply.id)
    if (waiting === undefined) return
    this.#waiting.delete(reply.id)
    clearTimeout(waiting.timer)
    if (this.#waiting.size === 0) this.#worker?.unref()
    if ('pdf' in reply) waiting.resolve(reply.pdf)
    else waiting.reject(new Error(reply.fault))
  }

  #end(worker: Worker, cause: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject, timer } of waiting) {
      clearTimeout(timer)
      reject(cause)
    }
    void worker.terminate()
  }
}
