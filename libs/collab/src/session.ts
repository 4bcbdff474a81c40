import type { Duplex } from 'node:stream'
import { closeCodes } from '@mreza/contracts-kernel'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { CountedFrame } from './acknowledgements.ts'
import { type ClientFrame, persistedFrame, readClientFrame, refusedFrame, step1Frame, step2Frame, updateFrame } from './frames.ts'
import type { UpdateRefusal } from './gate.ts'
import type { LiveLimits } from './limits.ts'
import { Outgoing } from './outgoing.ts'
import type { Participant } from './participant.ts'
import { readCursor } from './presence.ts'
import type { Room } from './room.ts'
import type { Answer } from './room-document.ts'
import type { Admission, Right } from './seams.ts'
import { TokenBucket } from './token-bucket.ts'
import { UpdatePath } from './update-path.ts'

/**
 * Where a connection is. `greeting`: it has not asked for the document yet and is sent nothing of it. `joined`: it has the
 * document. `left`: the line is gone, what came before is still committed. `expelled`: by us; what it sent and is not
 * committed is dropped.
 */
type State =
  | { readonly kind: 'greeting'; readonly since: number }
  | { readonly kind: 'joined' }
  | { readonly kind: 'left' }
  | { readonly kind: 'expelled'; readonly code: number }

interface SessionOptions<Who> {
  readonly socket: WebSocket
  /** What the socket speaks through. */
  readonly line: Duplex
  readonly admission: Admission<Who>
  readonly room: Room<Who>
  readonly limits: LiveLimits
  readonly now: () => number
}

const closeCodeOf = (refusal: UpdateRefusal): number => (refusal === 'room-full' ? closeCodes.tooLarge : closeCodes.malformed)
const turnedAwayCodes = { right: closeCodes.revoked, overtaken: closeCodes.overtaken, epoch: closeCodes.restarting } as const
const nothing = Uint8Array.of(0, 0)
/** A sync step 1 for which a document must be played takes as much of the allowance as so many small frames. */
const costOfPlaying = 8
/** The first two bytes of a sync step 2. */
const isStep2 = (data: Uint8Array) => data[0] === 0 && data[1] === 1

/** One connection to one room: its right, what is sent to it, and what it sends. */
export class Session<Who> implements Participant<Who> {
  readonly admission: Admission<Who>
  readonly room: Room<Who>
  readonly #socket: WebSocket
  readonly #limits: LiveLimits
  readonly #now: () => number
  readonly #outgoing: Outgoing
  readonly #updates: UpdatePath<Who>
  readonly #smallFrames: TokenBucket
  readonly #cursorFrames: TokenBucket
  readonly #largeFrames: TokenBucket
  #state: State
  #right: Right
  #rightAt: number
  /** The document is being played for this connection. */
  #playing = false

  constructor({ socket, line, admission, room, limits, now }: SessionOptions<Who>) {
    this.admission = admission
    this.room = room
    this.#socket = socket
    this.#limits = limits
    this.#now = now
    this.#outgoing = new Outgoing(socket, line, limits.unsentBytes, () => this.expel(closeCodes.slowReader))
    this.#updates = new UpdatePath({
      author: this,
      room,
      limits,
      hold: (held) => (held ? socket.pause() : socket.resume()),
      acknowledge: (seq, frames) => this.send(persistedFrame(seq, frames)),
      refuse: (frame, refusal) => this.#refuse(frame, refusal),
      failed: () => this.expel(closeCodes.storageUnavailable),
    })
    this.#smallFrames = new TokenBucket(limits.smallFramesPerSecond, now())
    this.#cursorFrames = new TokenBucket(limits.cursorFramesPerSecond, now())
    this.#largeFrames = new TokenBucket(limits.largeFramesPerMinute / 60, now(), limits.largeFramesPerMinute)
    this.#state = { kind: 'greeting', since: now() }
    this.#right = admission.right
    this.#rightAt = now()
    if (this.#right === 'write') this.#askForMissing()
  }

  get clientId(): number {
    return this.admission.clientId
  }

  /** What others see of this person. */
  get person(): Readonly<Record<string, unknown>> {
    return { ...this.admission.presence, right: this.#right }
  }

  get accepted(): boolean {
    return this.#state.kind !== 'expelled'
  }

  /** When the right was last known. */
  get rightAt(): number {
    return this.#rightAt
  }

  finished(): Promise<void> {
    return this.#updates.finished()
  }

  /** Silent for too long at the start? */
  isOverdue(now: number): boolean {
    return this.#state.kind === 'greeting' && now - this.#state.since > this.#limits.greetingMs
  }

  /** What the database says of the right, asked at `at`. */
  takeRight(right: Right, at: number): void {
    const before = this.#right
    this.#right = right
    this.#rightAt = at
    if (right === 'none') {
      this.expel(closeCodes.revoked)
      return
    }
    this.#outgoing.release()
    if (right === before) return
    if (right === 'write') this.#askForMissing()
    if (this.#state.kind === 'joined') this.room.presence.place(this)
  }

  /** Sends a message, or holds it back while the right is not freshly known (rule D11). */
  send(message: Uint8Array): void {
    if (this.#isOpen()) this.#outgoing.send(message, this.#isFresh())
  }

  pass(frame: Buffer): void {
    if (this.#isOpen()) this.#outgoing.pass(frame, this.#isFresh())
  }

  stored(frames: readonly CountedFrame[], seq: number): void {
    this.#updates.stored(frames, seq)
  }

  turnedAway(refusal: keyof typeof turnedAwayCodes): void {
    this.expel(turnedAwayCodes[refusal])
  }

  /** Takes one message of the socket. */
  receive(data: Uint8Array, isBinary: boolean): void {
    if (!this.#isOpen()) return
    if (data.byteLength > this.#limits.frameBytes && !this.#mayBeLarge(data, isBinary)) {
      this.send(refusedFrame('too-large', this.#updates.count()))
      this.expel(closeCodes.tooLarge)
      return
    }
    const frame = isBinary ? readClientFrame(data) : null
    if (frame === null) this.expel(closeCodes.malformed)
    else if (frame.kind === 'update') this.#takeUpdate(frame)
    else this.#takeSmall(frame)
  }

  /** The line is gone. */
  leave(): void {
    if (this.#state.kind !== 'expelled') this.#state = { kind: 'left' }
    this.#depart()
  }

  /** Ends the connection for a reason of ours. */
  expel(code: number): void {
    if (this.#state.kind === 'expelled') return
    this.#state = { kind: 'expelled', code }
    this.#updates.stop()
    this.#depart()
    this.#socket.resume()
    this.#socket.close(code)
    setTimeout(() => this.#socket.terminate(), 2_000).unref()
  }

  #depart(): void {
    this.room.joined.delete(this)
    this.room.presence.leave(this)
  }

  #isOpen(): boolean {
    return this.#state.kind === 'joined' || this.#state.kind === 'greeting'
  }

  #isFresh(): boolean {
    return this.#now() - this.#rightAt <= this.#limits.rightsAgeMs
  }

  #askForMissing(): void {
    this.#outgoing.send(step1Frame(this.room.vector), this.#isFresh())
  }

  /** What was written over a long time without a line, or pasted, comes in one sync step 2. */
  #mayBeLarge(data: Uint8Array, isBinary: boolean): boolean {
    return isBinary && isStep2(data) && data.byteLength <= this.#limits.step2Bytes && this.#largeFrames.take(this.#now())
  }

  #takeSmall(frame: Exclude<ClientFrame, { kind: 'update' }>): void {
    const bucket = frame.kind === 'awareness' ? this.#cursorFrames : this.#smallFrames
    if (!bucket.take(this.#now())) {
      this.expel(closeCodes.tooFast)
      return
    }
    try {
      if (frame.kind === 'step1') this.#answer(frame.stateVector)
      else if (frame.kind === 'query-awareness') this.room.presence.welcome(this)
      else this.#takeCursor(frame.update)
    } catch {
      this.expel(closeCodes.malformed)
    }
  }

  /** @throws when the state vector is none */
  #answer(vector: Uint8Array): void {
    if (this.#playing) return
    Y.decodeStateVector(vector)
    const answer = this.#answerNow(vector)
    if (!(answer instanceof Promise)) {
      if (answer !== null) this.#welcome(answer, this.room.after(answer.seq) ?? [])
      return
    }
    this.#playing = true
    this.#answerLater(new Uint8Array(vector), answer)
      .catch(() => this.expel(closeCodes.storageUnavailable))
      .finally(() => {
        this.#playing = false
      })
    if (!this.#smallFrames.take(this.#now(), costOfPlaying)) this.expel(closeCodes.tooFast)
  }

  /** Null when the room cannot be played: a fault of ours, not of who asks. */
  #answerNow(vector: Uint8Array): Answer | Promise<Answer> | null {
    try {
      return this.room.answerTo(vector)
    } catch {
      this.expel(closeCodes.storageUnavailable)
      return null
    }
  }

  async #answerLater(vector: Uint8Array, first: Promise<Answer>): Promise<void> {
    let answer = await first
    // What came meanwhile follows; should it be in a snapshot already, there is another answer.
    let since = this.room.after(answer.seq)
    while (since === null) {
      answer = await this.room.answerTo(vector)
      since = this.room.after(answer.seq)
    }
    if (this.#isOpen()) this.#welcome(answer, since)
  }

  /** Sends the document, its last part as the step 2: who hears that has everything. From now on this connection is in the room. */
  #welcome({ updates }: Answer, since: readonly Uint8Array[]): void {
    const parts = [...updates, ...since]
    const last = parts.pop() ?? nothing
    this.#outgoing.sendLarge([...parts.map(updateFrame), step2Frame(last)], this.#isFresh())
    if (this.#state.kind !== 'greeting') return
    this.#state = { kind: 'joined' }
    this.room.presence.welcome(this)
    this.room.joined.add(this)
    this.room.presence.place(this)
  }

  #takeCursor(update: Uint8Array): void {
    const cursor = readCursor(update, this.clientId)
    if (cursor !== undefined && this.#state.kind === 'joined') this.room.presence.place(this, cursor)
  }

  #takeUpdate({ update, coversAll }: { readonly update: Uint8Array; readonly coversAll: boolean }): void {
    const number = this.#updates.count()
    if (this.#right === 'write') this.#updates.take(number, update, coversAll)
    else this.#refuseReader(number)
  }

  /** A reader's words are not taken; should they get the right, the sync step 2 of that moment brings them. */
  #refuseReader(number: number): void {
    if (!this.#smallFrames.take(this.#now())) {
      this.expel(closeCodes.tooFast)
      return
    }
    this.#updates.setAside(number)
    this.send(refusedFrame('read-only' satisfies UpdateRefusal, number))
  }

  #refuse(frame: number, refusal: UpdateRefusal): void {
    this.send(refusedFrame(refusal, frame))
    this.expel(closeCodeOf(refusal))
  }
}
