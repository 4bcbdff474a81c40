import type { TrialAnswer } from './mirror.ts'
import type { RootShape } from './shape.ts'
import { TrialThread } from './trial-thread.ts'

/** A room as the trials see it: where its state is taken from when a mirror is made. */
export interface TrialRoom {
  readonly id: string
  readonly shape: readonly RootShape[]
  /** What is on disk and what was accepted since, in order. */
  states(): readonly Uint8Array[]
}

interface OpenMirror {
  /** Grows with each rebuilding, so that an answer of an earlier mirror is known. */
  readonly generation: number
  bytes: number
}

/** All mirrors of one thread together hold at most this much of encoded state, the newest room always. */
const mirroredBytes = 3 * 1024 * 1024
const retries = 8

/**
 * Tries updates in a thread of its own, on mirrors of the rooms (rule D14). What a hostile update can do to memory, time
 * and the document it does there. A thread that hangs or dies is replaced and the mirrors are rebuilt as they are needed.
 */
export class Trials {
  readonly #limits: { trialMs: number; trialMegabytes: number }
  readonly #mirrors = new Map<string, OpenMirror>()
  /** Started with the first trial, so that a server where nobody writes carries no second heap. */
  #thread: TrialThread | null = null
  #generation = 0

  constructor(limits: { trialMs: number; trialMegabytes: number }) {
    this.#limits = limits
  }

  /** Tries an update; `accept` is called in the same turn as the answer, so that the room's states stay whole. */
  async attempt(room: TrialRoom, update: Uint8Array, accept: (normalized: Uint8Array) => void): Promise<TrialAnswer> {
    for (let left = retries; left > 0; left -= 1) {
      const thread = this.#runningThread()
      const mirror = this.#mirrorOf(room, thread)
      const outcome = await thread.ask({ kind: 'try', room: room.id, update })
      if (outcome === 'lost' || outcome === 'no-mirror' || outcome === null) this.#forget(room.id, mirror)
      else if (outcome === 'died') return { refusal: 'too-costly' }
      else return this.#settle(room, mirror, outcome, accept)
    }
    return { refusal: 'too-costly' }
  }

  /** Tells the mirror of an update that came another way. */
  follow(room: string, update: Uint8Array): void {
    const mirror = this.#mirrors.get(room)
    if (mirror === undefined) return
    mirror.bytes += update.byteLength
    void this.#thread?.ask({ kind: 'follow', room, update })
  }

  /** Throws a room's mirror away; the next trial makes a new one. */
  forget(room: string): void {
    if (this.#mirrors.delete(room)) void this.#thread?.ask({ kind: 'close', room })
  }

  async stop(): Promise<void> {
    this.#mirrors.clear()
    await this.#thread?.stop()
  }

  #settle(room: TrialRoom, mirror: OpenMirror, answer: TrialAnswer, accept: (normalized: Uint8Array) => void): TrialAnswer {
    if ('refusal' in answer) this.#forget(room.id, mirror)
    else if (answer.update !== null) {
      accept(answer.update)
      const current = this.#mirrors.get(room.id)
      if (current?.generation === mirror.generation) mirror.bytes += answer.update.byteLength
      else this.follow(room.id, answer.update)
    }
    return answer
  }

  #forget(room: string, mirror: OpenMirror): void {
    if (this.#mirrors.get(room)?.generation === mirror.generation) this.forget(room)
  }

  #runningThread(): TrialThread {
    if (this.#thread?.alive !== true) {
      this.#mirrors.clear()
      this.#thread = new TrialThread(this.#limits)
    }
    return this.#thread
  }

  #mirrorOf(room: TrialRoom, thread: TrialThread): OpenMirror {
    const open = this.#mirrors.get(room.id) ?? this.#open(room, thread)
    this.#mirrors.delete(room.id)
    this.#mirrors.set(room.id, open)
    return open
  }

  #open(room: TrialRoom, thread: TrialThread): OpenMirror {
    const states = room.states()
    const bytes = states.reduce((sum, state) => sum + state.byteLength, 0)
    let held = [...this.#mirrors.values()].reduce((sum, mirror) => sum + mirror.bytes, bytes)
    for (const [other, mirror] of this.#mirrors) {
      if (held <= mirroredBytes) break
      held -= mirror.bytes
      this.forget(other)
    }
    void thread.ask({ kind: 'open', room: room.id, shape: room.shape, states })
    this.#generation += 1
    return { generation: this.#generation, bytes }
  }
}
