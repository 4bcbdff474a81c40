import { Acknowledgements, type CountedFrame } from './acknowledgements.ts'
import { gateUpdate, isEmptyUpdate, type UpdateRefusal } from './gate.ts'
import type { LiveLimits } from './limits.ts'
import type { Participant } from './participant.ts'
import { type Known, readPlainUpdate } from './plain-update.ts'
import type { Room } from './room.ts'

/** An update as it came, with its number among the update frames of its connection. */
interface UpdateFrame extends CountedFrame {
  readonly update: Uint8Array
}

interface UpdatePathOptions<Who> {
  readonly author: Participant<Who>
  readonly room: Room<Who>
  readonly limits: LiveLimits
  /** Stops and starts the reading of the socket. */
  readonly hold: (held: boolean) => void
  /** The first `frames` frames are on disk. */
  readonly acknowledge: (seq: number, frames: number) => void
  readonly refuse: (frame: number, refusal: UpdateRefusal) => void
  /** A fault of ours: the connection starts again from what is on disk. */
  readonly failed: () => void
}

/**
 * The way of one connection's updates to the commit (rule D14), one after the other. Typing in texts that are known goes at
 * once; everything else passes the gate and a trial, and what comes after it waits.
 */
export class UpdatePath<Who> {
  readonly #options: UpdatePathOptions<Who>
  readonly #acknowledgements = new Acknowledgements()
  readonly #known: Known
  #waiting: UpdateFrame[] = []
  #work: Promise<void> | null = null
  /** The clock of the author after everything that was accepted. */
  #end = 0
  #unsettled = 0
  #held = false
  /** A sync step 2 came: from now on a gap is a fault. */
  #caughtUp = false

  constructor(options: UpdatePathOptions<Who>) {
    this.#options = options
    const { room, author } = options
    const ownEnd = () => this.#ownEnd()
    this.#known = {
      own: author.clientId,
      get ownEnd() {
        return ownEnd()
      },
      clockOf: (clientId) => room.clockOf(clientId),
      texts: room.texts,
    }
  }

  /** Counts a frame; its number, from 1. */
  count(): number {
    return this.#acknowledgements.receive()
  }

  /** A frame that is not taken now; a later sync step 2 will carry it again. */
  setAside(frame: number): void {
    this.#acknowledgements.setAside(frame)
  }

  /** Takes an update frame on its way. @param update is used only until this returns */
  take(number: number, update: Uint8Array, coversAll: boolean): void {
    if (this.#work === null && !coversAll && this.#takePlain({ number, update, coversAll })) return
    this.#waiting.push({ number, update: new Uint8Array(update), coversAll })
    this.#balance()
    this.#work ??= this.#takeWaiting()
      .catch(() => this.#options.failed())
      .finally(() => {
        this.#work = null
      })
  }

  /** Frames are on disk. */
  stored(frames: readonly CountedFrame[], seq: number): void {
    this.#unsettled -= frames.length
    let first = 0
    for (const { number, coversAll } of frames) first = this.#acknowledgements.complete(number, coversAll)
    this.#options.acknowledge(seq, first)
    this.#balance()
  }

  /** Drops what waits. */
  stop(): void {
    this.#waiting = []
  }

  /** Resolves when everything that came is decided upon. */
  async finished(): Promise<void> {
    while (this.#work !== null) await this.#work
  }

  /** Reads no more while too much is under way, and again when half of it is done. */
  #balance(): void {
    const { waitingFrames, unsettledFrames } = this.#options.limits
    const full = Math.max(this.#waiting.length / waitingFrames, this.#unsettled / unsettledFrames)
    if (this.#held ? full >= 0.5 : full < 1) return
    this.#held = !this.#held
    this.#options.hold(this.#held)
  }

  #takePlain(frame: UpdateFrame): boolean {
    const { room, author, limits } = this.#options
    const bytes = frame.update.byteLength
    if (!room.fits(bytes, limits.roomBytes)) return false
    const plain = readPlainUpdate(frame.update, this.#known)
    if (plain === null) return false
    this.#end = plain.end
    this.#unsettled += 1
    room.takePlain(author, counted(frame), plain, bytes)
    this.#balance()
    return true
  }

  /** Takes the waiting frames one after the other. */
  async #takeWaiting(): Promise<void> {
    await Promise.resolve()
    for (let frame = this.#waiting.shift(); frame !== undefined; frame = this.#waiting.shift()) {
      if (frame.coversAll || !this.#takePlain(frame)) await this.#takeInTurn(frame)
      this.#balance()
    }
  }

  async #takeInTurn(frame: UpdateFrame): Promise<void> {
    const { author, room, limits } = this.#options
    const gate = gateUpdate(frame.update, author.clientId, (clientId) =>
      clientId === author.clientId ? this.#ownEnd() : room.clockOf(clientId),
    )
    // Typed in the moment before sync step 2: that frame will carry it again, together with what was typed before.
    if ('refusal' in gate && gate.refusal === 'gap' && !this.#caughtUp) return this.#acknowledgements.setAside(frame.number)
    if ('refusal' in gate) return this.#options.refuse(frame.number, gate.refusal)
    if (!(await room.makeRoom(frame.update.byteLength, limits.roomBytes))) return this.#options.refuse(frame.number, 'room-full')
    if (frame.coversAll) this.#caughtUp = true
    if (isEmptyUpdate(frame.update)) return this.#acknowledgeKnown(frame)
    const answer = await room.attempt(author, frame.update, (tried) => {
      this.#end = Math.max(this.#ownEnd(), gate.end ?? 0)
      this.#unsettled += 1
      room.takeTried(author, counted(frame), tried, gate.end ?? 0)
    })
    if ('refusal' in answer) this.#options.refuse(frame.number, answer.refusal)
    else if (answer.update === null) await this.#acknowledgeKnown(frame)
  }

  /** Nothing new: it is on disk as soon as what was accepted before it is; where that was dropped, it is tried again. */
  async #acknowledgeKnown(frame: UpdateFrame): Promise<void> {
    const { room, author } = this.#options
    if (await room.decided()) this.#options.acknowledge(room.seq, this.#acknowledgements.complete(frame.number, frame.coversAll))
    else if (author.accepted) await this.#takeInTurn(frame)
  }

  #ownEnd(): number {
    const { room, author } = this.#options
    return Math.max(room.clockOf(author.clientId), this.#end)
  }
}

const counted = ({ number, coversAll }: CountedFrame): CountedFrame => ({ number, coversAll })
