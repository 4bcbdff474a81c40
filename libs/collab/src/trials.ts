import type { TrialAnswer, Tried } from './mirror.ts'
import { type Replayed, replay } from './replay.ts'
import type { RootShape } from './shape.ts'
import { type TrialOutcome, TrialThread } from './trial-thread.ts'

/** A room as the trials see it: where its state is taken from when a mirror is made. */
export interface TrialRoom {
  readonly id: string
  readonly shape: readonly RootShape[]
  /** What is on disk and what was accepted since, in order. */
  states(): readonly Uint8Array[]
  /** What was accepted without a trial and is not on disk yet. */
  untried?(): readonly Uint8Array[]
}

interface OpenMirror {
  /** Grows with each rebuilding, so that an answer of an earlier mirror is known. */
  readonly generation: number
  bytes: number
  /** What it has not been told yet. */
  unsaid: Uint8Array[]
  /** The last trial, as `performance.now()`. */
  usedAt: number
  /** It has something that will not be committed. */
  dropped: boolean
}

/** All mirrors of one thread together hold at most this much of encoded state, the newest room always. */
const mirroredBytes = 3 * 1024 * 1024
/** How often a trial begins anew because of others: their updates end the thread, spoil the mirror, or are dropped. */
const retries = 64
/** A mirror is told of what it need not try when it is asked next, or when so much has come together. */
const mostUnsaid = 64
/** A mirror that was not asked for this long goes instead. */
const unusedMs = 2_000
/** Documents up to this size are played on the spot: that takes less than to hand them to a thread. */
const playedHere = 32 * 1024

/** Bytes with nothing around them: what goes to a thread goes with the whole of its memory. */
const standalone = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes))

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
  async attempt(room: TrialRoom, update: Uint8Array, accept: (update: Uint8Array, tried: Tried) => void): Promise<TrialAnswer> {
    let deaths = 0
    for (let left = retries; left > 0; left -= 1) {
      const thread = this.#runningThread()
      const mirror = this.#mirrorOf(room, thread)
      this.#say(room.id, mirror, room.untried?.())
      const outcome = await thread.ask({ kind: 'try', room: room.id, update: standalone(update) })
      // The thread may have been brought to its end by what it was given before; a second time is no chance.
      if (outcome === 'died') deaths += 1
      if (deaths > 1) return { refusal: 'too-costly' }
      if (isTrial(outcome) && !mirror.dropped) return this.#settle(room, mirror, outcome, accept)
      this.#forget(room.id, mirror)
    }
    return { refusal: 'too-costly' }
  }

  /** Tells the mirror of what came onto the disk another way. */
  follow(room: string, update: Uint8Array): void {
    const mirror = this.#mirrors.get(room)
    if (mirror === undefined) return
    mirror.unsaid.push(update)
    if (mirror.unsaid.length < mostUnsaid) return
    if (performance.now() - mirror.usedAt > unusedMs) this.forget(room)
    else this.#say(room, mirror)
  }

  /** Something that the mirror of a room has will not be committed: it goes, and what it is just trying is tried again on a new one. */
  drop(room: string): void {
    const mirror = this.#mirrors.get(room)
    if (mirror !== undefined) mirror.dropped = true
    this.forget(room)
  }

  /** Throws a room's mirror away; the next trial makes a new one. */
  forget(room: string): void {
    if (this.#mirrors.delete(room)) void this.#thread?.ask({ kind: 'close', room })
  }

  /**
   * Plays what is on disk into a fresh document: here and now where it is small, else in the thread. Null when something in it
   * cannot be placed.
   */
  replay(updates: readonly Uint8Array[], since?: Uint8Array): Replayed | null | Promise<Replayed | null> {
    const bytes = updates.reduce((sum, update) => sum + update.byteLength, 0)
    return bytes <= playedHere ? replay(updates, since) : this.#replayInThread(updates, since)
  }

  async stop(): Promise<void> {
    this.#mirrors.clear()
    await this.#thread?.stop()
  }

  async #replayInThread(updates: readonly Uint8Array[], since?: Uint8Array): Promise<Replayed | null> {
    const request = {
      kind: 'replay',
      updates: updates.map(standalone),
      ...(since === undefined ? {} : { since: standalone(since) }),
    } as const
    for (let left = retries; left > 0; left -= 1) {
      const outcome = await this.#runningThread().ask(request)
      if (outcome === null || (typeof outcome === 'object' && 'vector' in outcome)) return outcome
      // It needs the thread's memory for itself: a new thread holds no mirrors. If that is too little, nothing is left but to do it here.
      if (outcome === 'died') left = Math.min(left, 2)
    }
    return replay(updates, since)
  }

  /** Tells a mirror what it has not been told. */
  #say(room: string, mirror: OpenMirror, untried: readonly Uint8Array[] = []): void {
    const updates = [...mirror.unsaid, ...untried].map(standalone)
    if (updates.length === 0) return
    mirror.unsaid = []
    mirror.bytes += updates.reduce((sum, update) => sum + update.byteLength, 0)
    void this.#thread?.ask({ kind: 'follow', room, updates })
  }

  #settle(room: TrialRoom, mirror: OpenMirror, answer: TrialAnswer, accept: (update: Uint8Array, tried: Tried) => void): TrialAnswer {
    if ('refusal' in answer) this.#forget(room.id, mirror)
    else if (answer.update !== null) {
      accept(answer.update, answer)
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
    open.usedAt = performance.now()
    this.#mirrors.delete(room.id)
    this.#mirrors.set(room.id, open)
    return open
  }

  #open(room: TrialRoom, thread: TrialThread): OpenMirror {
    const states = room.states().map(standalone)
    const bytes = states.reduce((sum, state) => sum + state.byteLength, 0)
    let held = [...this.#mirrors.values()].reduce((sum, mirror) => sum + mirror.bytes, bytes)
    for (const [other, mirror] of this.#mirrors) {
      if (held <= mirroredBytes) break
      held -= mirror.bytes
      this.forget(other)
    }
    void thread.ask({ kind: 'open', room: room.id, shape: room.shape, states })
    this.#generation += 1
    return { generation: this.#generation, bytes, unsaid: [], usedAt: 0, dropped: false }
  }
}

const isTrial = (outcome: TrialOutcome): outcome is TrialAnswer => typeof outcome === 'object' && outcome !== null && !('vector' in outcome)
