import { closeCodes } from '@mreza/contracts-kernel'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Acknowledgements } from './acknowledgements.ts'
import { type ClientFrame, persistedFrame, readClientFrame, refusedFrame, step1Frame, step2Frame } from './frames.ts'
import { gateUpdate, type UpdateRefusal } from './gate.ts'
import type { LiveLimits } from './limits.ts'
import { Outgoing } from './outgoing.ts'
import { readCursor } from './presence.ts'
import type { Room } from './room.ts'
import type { Admission, Appended, Right } from './seams.ts'
import { TokenBucket } from './token-bucket.ts'
import type { Trials } from './trials.ts'

/**
 * Where a connection is. `greeting`: it has not asked for the document yet and is sent nothing of it. `joined`: it has the
 * document; a writer has `caughtUp` once its sync step 2 came. `left`: the line is gone, what came before is still committed.
 * `expelled`: by us; what it sent and is not committed is dropped.
 */
type State =
  | { readonly kind: 'greeting'; readonly since: number }
  | { readonly kind: 'joined'; readonly caughtUp: boolean }
  | { readonly kind: 'left' }
  | { readonly kind: 'expelled'; readonly code: number }

interface UpdateFrame {
  readonly number: number
  readonly update: Uint8Array
  readonly coversAll: boolean
}

interface SessionOptions<Who> {
  readonly socket: WebSocket
  readonly admission: Admission<Who>
  readonly room: Room<Who>
  readonly trials: Trials
  readonly limits: LiveLimits
  readonly now: () => number
}

const closeCodeOf = (refusal: UpdateRefusal): number => (refusal === 'room-full' ? closeCodes.tooLarge : closeCodes.malformed)

/** One connection to one room: takes every frame along the path of rule D14. */
export class Session<Who> {
  readonly admission: Admission<Who>
  readonly room: Room<Who>
  readonly #socket: WebSocket
  readonly #trials: Trials
  readonly #limits: LiveLimits
  readonly #now: () => number
  readonly #outgoing: Outgoing
  readonly #acknowledgements = new Acknowledgements()
  readonly #smallFrames: TokenBucket
  readonly #cursorFrames: TokenBucket
  #state: State
  #right: Right
  #rightAt: number
  #waiting: UpdateFrame[] = []
  #work: Promise<void> | null = null
  #ownEnd = 0

  constructor({ socket, admission, room, trials, limits, now }: SessionOptions<Who>) {
    this.admission = admission
    this.room = room
    this.#socket = socket
    this.#trials = trials
    this.#limits = limits
    this.#now = now
    this.#outgoing = new Outgoing(socket, limits.unsentBytes, () => this.expel(closeCodes.slowReader))
    this.#smallFrames = new TokenBucket(limits.smallFramesPerSecond, now())
    this.#cursorFrames = new TokenBucket(limits.cursorFramesPerSecond, now())
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

  /** Is what this connection sent still to be committed? */
  get accepted(): boolean {
    return this.#state.kind !== 'expelled'
  }

  /** When the right was last known. */
  get rightAt(): number {
    return this.#rightAt
  }

  /** Resolves when everything that came is decided upon. */
  async finished(): Promise<void> {
    while (this.#work !== null) await this.#work
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

  /** Sends a frame, or holds it back while the right is not freshly known (rule D11). */
  send(frame: Uint8Array): void {
    if (this.#state.kind === 'joined' || this.#state.kind === 'greeting') this.#outgoing.send(frame, this.#isFresh())
  }

  /** Takes one message of the socket. */
  receive(data: Uint8Array, isBinary: boolean): void {
    if (this.#state.kind === 'left' || this.#state.kind === 'expelled') return
    if (data.byteLength > this.#limits.frameBytes) {
      this.#expelSaying(closeCodes.tooLarge, 'too-large')
      return
    }
    const frame = isBinary ? readClientFrame(data) : null
    if (frame === null) {
      this.expel(closeCodes.malformed)
      return
    }
    if (frame.kind === 'update') {
      this.#takeUpdate(frame)
      return
    }
    const bucket = frame.kind === 'awareness' ? this.#cursorFrames : this.#smallFrames
    if (!bucket.take(this.#now())) {
      this.expel(closeCodes.tooFast)
      return
    }
    this.#takeSmall(frame)
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
    this.#waiting = []
    this.#depart()
    this.#socket.resume()
    this.#socket.close(code)
    setTimeout(() => this.#socket.terminate(), 2_000).unref()
  }

  #depart(): void {
    this.room.joined.delete(this)
    this.room.presence.leave(this)
  }

  #isFresh(): boolean {
    return this.#now() - this.#rightAt <= this.#limits.rightsAgeMs
  }

  #askForMissing(): void {
    this.#outgoing.send(step1Frame(Y.encodeStateVector(this.room.doc)), this.#isFresh())
  }

  #takeSmall(frame: Exclude<ClientFrame, { kind: 'update' }>): void {
    try {
      if (frame.kind === 'step1') this.#join(frame.stateVector)
      else if (frame.kind === 'query-awareness') this.room.presence.welcome(this)
      else this.#takeCursor(frame.update)
    } catch {
      this.expel(closeCodes.malformed)
    }
  }

  #join(stateVector: Uint8Array): void {
    const answer = step2Frame(Y.encodeStateAsUpdate(this.room.doc, stateVector))
    this.#outgoing.send(answer, this.#isFresh(), true)
    if (this.#state.kind !== 'greeting') return
    this.#state = { kind: 'joined', caughtUp: false }
    this.room.presence.welcome(this)
    this.room.joined.add(this)
    this.room.presence.place(this)
  }

  #takeCursor(update: Uint8Array): void {
    const cursor = readCursor(update, this.clientId)
    if (cursor !== undefined && this.#state.kind === 'joined') this.room.presence.place(this, cursor)
  }

  #takeUpdate({ update, coversAll }: { update: Uint8Array; coversAll: boolean }): void {
    const number = this.#acknowledgements.receive()
    if (this.#right !== 'write') {
      this.#refuseReader(number)
      return
    }
    this.#waiting.push({ number, update: update.slice(), coversAll })
    if (this.#waiting.length >= this.#limits.waitingFrames) this.#socket.pause()
    this.#work ??= this.#takeWaiting()
      // A fault of ours: this connection starts again from what is on disk.
      .catch(() => this.expel(closeCodes.storageUnavailable))
      .finally(() => {
        this.#work = null
      })
  }

  /** A reader's words are not taken; should they get the right, the sync step 2 of that moment brings them. */
  #refuseReader(number: number): void {
    if (!this.#smallFrames.take(this.#now())) {
      this.expel(closeCodes.tooFast)
      return
    }
    this.#acknowledgements.setAside(number)
    this.send(refusedFrame('read-only' satisfies UpdateRefusal, number))
  }

  /** Takes the waiting update frames one after the other. */
  async #takeWaiting(): Promise<void> {
    await Promise.resolve()
    for (let frame = this.#waiting.shift(); frame !== undefined; frame = this.#waiting.shift()) {
      await this.#takeInTurn(frame)
      if (this.#waiting.length < this.#limits.waitingFrames / 2) this.#socket.resume()
    }
  }

  async #takeInTurn(frame: UpdateFrame): Promise<void> {
    const caughtUp = this.#state.kind === 'joined' && this.#state.caughtUp
    const gate = gateUpdate(frame.update, this.clientId, (clientId) => this.#clockOf(clientId))
    // Typed in the moment before sync step 2: that frame will carry it again, together with what was typed before.
    if ('refusal' in gate && gate.refusal === 'gap' && !caughtUp) return this.#acknowledgements.setAside(frame.number)
    if ('refusal' in gate) return this.#refuse(frame, gate.refusal)
    if (!this.room.fits(frame.update.byteLength, this.#limits.roomBytes)) return this.#refuse(frame, 'room-full')
    if (frame.coversAll && this.#state.kind === 'joined') this.#state = { kind: 'joined', caughtUp: true }
    const answer = await this.#trials.attempt(this.room, frame.update, (normalized) => {
      this.#ownEnd = Math.max(this.#ownEnd, gate.end ?? 0)
      if (this.accepted) this.room.commit(this, normalized, (result) => this.#committed(frame, result))
      else this.#trials.forget(this.room.id)
    })
    if ('refusal' in answer) this.#refuse(frame, answer.refusal)
    else if (answer.update === null) await this.#acknowledgeKnown(frame)
  }

  /** Nothing new: it is on disk as soon as what was accepted before it is; where that was dropped, it is tried again. */
  async #acknowledgeKnown(frame: UpdateFrame): Promise<void> {
    if (await this.room.decided()) this.#acknowledge(frame, this.room.seq)
    else if (this.accepted) await this.#takeInTurn(frame)
  }

  #clockOf(clientId: number): number {
    const known = Y.getState(this.room.doc.store, clientId)
    return clientId === this.clientId ? Math.max(known, this.#ownEnd) : known
  }

  #committed(frame: UpdateFrame, result: Appended): void {
    if (!('refusal' in result)) {
      this.#acknowledge(frame, result.lastSeq)
      return
    }
    const codes = { right: closeCodes.revoked, overtaken: closeCodes.overtaken, epoch: closeCodes.restarting }
    this.expel(codes[result.refusal])
  }

  #acknowledge(frame: UpdateFrame, seq: number): void {
    this.send(persistedFrame(seq, this.#acknowledgements.complete(frame.number, frame.coversAll)))
  }

  #refuse(frame: UpdateFrame, refusal: UpdateRefusal): void {
    this.send(refusedFrame(refusal, frame.number))
    this.expel(closeCodeOf(refusal))
  }

  #expelSaying(code: number, refusal: string): void {
    this.send(refusedFrame(refusal, this.#acknowledgements.receive()))
    this.expel(code)
  }
}
