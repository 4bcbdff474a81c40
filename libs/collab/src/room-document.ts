import type { Replayed } from './replay.ts'
import type { StoredRoom } from './seams.ts'
import { StoredDocument } from './stored-document.ts'
import type { Trials } from './trials.ts'

const emptyVector = (vector: Uint8Array): boolean => vector.byteLength === 1 && vector[0] === 0
/** A tail is played into the snapshot when it is longer than this, and also longer than the snapshot. */
const longTail = { rows: 512, bytes: 256 * 1024 } as const
/** A row weighs as much as this many bytes. */
const bytesOfRow = 256

/** What of a document is sent to one who joins, in order, and the place in the log up to which it goes. */
export interface Answer {
  readonly updates: readonly Uint8Array[]
  readonly seq: number
}

/** A stored document with what has to be played of it now and then: its tail into the snapshot, and the part that somebody misses. */
export class RoomDocument extends StoredDocument {
  readonly #trials: Trials
  #folding: Promise<boolean> | null = null

  constructor(stored: StoredRoom, trials: Trials) {
    super(stored)
    this.#trials = trials
  }

  /** Has so much come since the snapshot that it should be made anew? */
  get isLong(): boolean {
    const { rows, bytes } = this.tail
    const snapshot = this.bytes - bytes
    return rows > Math.max(longTail.rows, snapshot / bytesOfRow) || bytes > Math.max(longTail.bytes, snapshot)
  }

  /** What a replica with this state vector misses. A newcomer gets the bytes as they lie here, once nothing deleted is in them. */
  answerTo(vector: Uint8Array): Answer | Promise<Answer> {
    if (!emptyVector(vector)) return this.#difference(vector)
    if (this.isClean() || this.fold() === true) return this.#whole()
    return this.#wholeOnceClean(this.seq)
  }

  /** Plays everything into one snapshot without what was deleted; false when it cannot be played. */
  fold(): boolean | Promise<boolean> {
    if (this.#folding !== null) return this.#folding
    const { seq } = this
    const replayed = this.#trials.replay(this.updates)
    if (!(replayed instanceof Promise)) return this.#take(replayed, seq)
    this.#folding = replayed
      .then((made) => this.#take(made, seq))
      .finally(() => {
        this.#folding = null
      })
    return this.#folding
  }

  #take(replayed: Replayed | null, seq: number): boolean {
    if (replayed !== null) this.rebase(replayed, seq)
    return replayed !== null
  }

  /** What was deleted before somebody asked is not among the bytes they get; what is deleted while they wait may be. */
  async #wholeOnceClean(asked: number): Promise<Answer> {
    while (!this.isClean(asked)) if (!(await this.fold())) throw new Error('the document of a room cannot be played')
    return this.#whole()
  }

  #whole(): Answer {
    return { updates: this.updates, seq: this.seq }
  }

  #difference(vector: Uint8Array): Answer | Promise<Answer> {
    const { seq } = this
    const replayed = this.#trials.replay(this.updates, vector)
    const answer = (made: Replayed | null): Answer => {
      if (made === null) throw new Error('the document of a room cannot be played')
      return { updates: [made.update], seq }
    }
    return replayed instanceof Promise ? replayed.then(answer) : answer(replayed)
  }
}
