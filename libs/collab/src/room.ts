import * as Y from 'yjs'
import type { CountedFrame } from './acknowledgements.ts'
import type { CommitLoop } from './commit-loop.ts'
import { updateFrame } from './frames.ts'
import { KnownTexts } from './known-texts.ts'
import type { TrialAnswer, Tried } from './mirror.ts'
import type { Participant } from './participant.ts'
import type { PlainUpdate } from './plain-update.ts'
import { PresenceBoard } from './presence-board.ts'
import { type Answer, RoomDocument } from './room-document.ts'
import { RoomSignals, type Told } from './room-signals.ts'
import type { Appended, Fanout, LiveLog, RoomStore, StoredRoom } from './seams.ts'
import type { RootShape } from './shape.ts'
import type { Share } from './share.ts'
import { Shares } from './shares.ts'
import { socketFrame } from './socket-frame.ts'
import type { TrialRoom, Trials } from './trials.ts'

/** What all rooms of a server share. */
export interface RoomSurroundings<Who> {
  readonly instance: string
  readonly store: RoomStore<Who>
  readonly trials: Trials
  readonly commits: CommitLoop<Who>
  readonly fanout: Fanout
  readonly log: LiveLog
  readonly now: () => number
  /** Called when the log of a room grew here. */
  readonly grown: (room: string) => void
  /** Called when a room cannot go on: its sockets are closed and it is loaded anew. */
  readonly failed: (room: Room<Who>, cause: unknown) => void
}

/** A room in which nobody has written for this long gets a new snapshot, if enough came since the last. */
const quiet = { ms: 2_000, bytes: 16 * 1024 } as const

/**
 * An open room: the document as it is on disk, and the connections that have joined. The document here only ever takes
 * what is committed (PL7); what was accepted but is not yet committed waits in `#shares`.
 */
export class Room<Who> {
  readonly id: string
  readonly shape: readonly RootShape[]
  readonly sessions = new Set<Participant<Who>>()
  readonly joined = new Set<Participant<Who>>()
  readonly presence: PresenceBoard
  readonly texts = new KnownTexts()
  readonly epoch: number
  readonly #around: RoomSurroundings<Who>
  readonly #signals: RoomSignals
  readonly #shares = new Shares<Who>((share) => this.#hand(share))
  #document: RoomDocument
  #order: Promise<unknown> = Promise.resolve()
  /** The last of the trials that wait for each other. */
  #trying: Promise<unknown> = Promise.resolve()
  /** How much waits in `#order`. */
  #queued = 0
  #grownAt: number
  /** What came since the snapshot that is stored. */
  #sinceSnapshot: number
  #compacting = false

  constructor(id: string, shape: readonly RootShape[], stored: StoredRoom, around: RoomSurroundings<Who>) {
    this.id = id
    this.shape = shape
    this.epoch = stored.epoch
    this.#around = around
    this.#document = new RoomDocument(stored, around.trials)
    this.#sinceSnapshot = this.#document.tail.bytes
    this.#grownAt = around.now()
    const { instance, fanout, now } = around
    this.#signals = new RoomSignals({ room: id, instance, fanout, now, hear: (told) => this.#hear(told) })
    this.presence = new PresenceBoard(this.joined, (presence) => this.#signals.tell({ presence }), around.now)
    this.#signals.tell({ whoIsThere: true })
  }

  /** The place in the log up to which the document goes. */
  get seq(): number {
    return this.#document.seq
  }

  /** The state vector of what is on disk. */
  get vector(): Uint8Array {
    return this.#document.vector
  }

  /** What is on disk, in order. */
  get updates(): readonly Uint8Array[] {
    return this.#document.updates
  }

  /** Nothing of this room is under way: it may be put away. */
  get idle(): boolean {
    return this.sessions.size === 0 && this.#shares.none && !this.#compacting
  }

  /** The next clock of a writer on disk, 0 when unknown. */
  clockOf(clientId: number): number {
    return this.#document.clockOf(clientId)
  }

  /** Is there room for so much more? True when it is certain; then {@link makeRoom} knows. */
  fits(more: number, largest: number): boolean {
    return this.#document.bytes + this.#shares.bytes + more <= largest
  }

  /** Is there room for so much more in the document as it is without what was deleted? */
  async makeRoom(more: number, largest: number): Promise<boolean> {
    if (!this.fits(more, largest)) await this.#document.fold()
    return this.fits(more, largest)
  }

  /**
   * Tries an update where nothing of others is but what is on disk: what they have under way may still be dropped, and then nothing
   * may be said of it in what was accepted meanwhile. One author at a time; of the same author one thing after the other.
   */
  attempt(author: Participant<Who>, update: Uint8Array, accept: (tried: Tried) => void): Promise<TrialAnswer> {
    const { trials } = this.#around
    const seen: TrialRoom = {
      id: this.id,
      shape: this.shape,
      states: () => [...this.#document.updates, ...this.#shares.updates(author, 'all')],
      untried: () => this.#shares.updates(author, 'untried'),
    }
    const answer = this.#trying
      .then(() => this.#shares.decidedBeside(author))
      .then(() => trials.attempt(seen, update, (_update, tried) => accept(tried)))
    this.#trying = answer.catch(() => undefined)
    return answer
  }

  /** Takes typing for the next commit. */
  takePlain(author: Participant<Who>, frame: CountedFrame, update: PlainUpdate, bytes: number): void {
    for (const { clock, length, text } of update.structs) this.texts.add(author.clientId, clock, clock + length, text)
    this.#shares.of(author).addPlain(frame, update, bytes)
  }

  /** Takes an update that passed its trial for the next commit, unless its author was sent away meanwhile; `end` is the clock of its author after it. */
  takeTried(author: Participant<Who>, frame: CountedFrame, tried: Tried, end: number): void {
    if (!author.accepted) {
      this.#around.trials.drop(this.id)
      return
    }
    if (tried.deletes === 'more') this.#forgetTexts()
    this.texts.learn(tried.texts)
    this.#shares.of(author).addTried(frame, tried, end)
  }

  /** Waits until everything that is accepted now is decided; false when some of it was dropped. */
  decided(): Promise<boolean> {
    return this.#shares.decided()
  }

  /** What one who joins misses, as it is on disk. */
  answerTo(vector: Uint8Array): Answer | Promise<Answer> {
    return this.#document.answerTo(vector)
  }

  /** What came onto the disk after a place in the log; null when some of it is in a snapshot by now. */
  after(seq: number): readonly Uint8Array[] | null {
    return this.#document.after(seq)
  }

  /** Takes what is in the log and not here, in order. */
  catchUp(): Promise<void> {
    return this.#inOrder(() => this.#catchUp())
  }

  /** Has nobody written for a while? */
  isQuiet(now: number): boolean {
    return now - this.#grownAt > quiet.ms
  }

  /** Gives a room that falls quiet a snapshot if enough came since the last, so that it is opened fast and holds nothing deleted. */
  async rest(): Promise<void> {
    if (this.#sinceSnapshot > quiet.bytes) await this.compact()
  }

  /** Plays the log into a snapshot and has it stored in its place. */
  async compact(): Promise<void> {
    if (this.#compacting) return
    this.#compacting = true
    try {
      const { store } = this.#around
      const before = this.#sinceSnapshot
      await this.#document.fold()
      const { made } = this.#document
      if (made !== null) await store.compact(this.id, { ...made, epoch: this.epoch })
      this.#sinceSnapshot -= before
    } catch (cause) {
      this.#around.log.warn('a room could not be compacted', { room: this.id, cause: String(cause) })
    } finally {
      this.#compacting = false
    }
  }

  close(): void {
    this.#shares.dropAll()
    this.#signals.stop()
    this.presence.stop()
    this.#around.trials.forget(this.id)
  }

  #hand(share: Share<Who>): void {
    const { author } = share
    this.#around.commits.add({
      room: this.id,
      close: () => {
        share.close()
        if (!author.accepted) return this.#drop(share)
        const updates = share.rows().map(({ update }) => update)
        return { room: this.id, epoch: this.epoch, who: author.admission.who, updates }
      },
      settle: (result) => this.#settle(share, result),
    })
  }

  #settle(share: Share<Who>, result: Appended): void {
    if ('refusal' in result) {
      this.#drop(share)
      share.author.turnedAway(result.refusal)
    } else if (this.#queued === 0 && result.lastSeq === this.seq + share.rows().length) this.#stored(share, result.lastSeq)
    else
      void this.#inOrder(async () => {
        if (result.lastSeq > this.seq + share.rows().length) await this.#catchUp()
        this.#stored(share, result.lastSeq)
      })
  }

  #stored(share: Share<Who>, lastSeq: number): void {
    const { author } = share
    if (lastSeq > this.seq)
      for (const { update, deletes, tried } of share.rows()) {
        if (!tried) this.#around.trials.follow(this.id, update)
        this.#grow(update)
        this.#document.add(update, deletes, { clientId: author.clientId, end: share.end })
        this.#broadcast(update, author)
      }
    this.#shares.decide(share, true)
    this.#signals.tellGrown(lastSeq)
    this.#around.grown(this.id)
    author.stored(share.frames, lastSeq)
    if (this.#document.isLong) void this.compact()
  }

  #grow(update: Uint8Array): void {
    this.#sinceSnapshot += update.byteLength
    this.#grownAt = this.#around.now()
  }

  /** Forgets what was accepted and will not be committed; the mirror has it, and the texts, so they go too. Always null. */
  #drop(share: Share<Who>): null {
    this.#shares.decide(share, false)
    this.#around.trials.drop(this.id)
    this.texts.clear()
    return null
  }

  /** Something that is no word was deleted, and perhaps a text: what is on its way may write into it. */
  #forgetTexts(): void {
    this.texts.clear()
    this.#shares.markDeleting()
  }

  async #catchUp(): Promise<void> {
    const before = this.seq
    const news = await this.#around.store.after(this.id, before)
    if (news === null) return this.#reload()
    for (const update of news.updates) this.#takeForeign(update)
  }

  /** An update that another instance committed. */
  #takeForeign(update: Uint8Array): void {
    const { clients } = Y.decodeUpdate(update).ds
    const onlyWords = [...clients].every(([client, ranges]) =>
      ranges.every(({ clock, len }) => this.texts.covers(client, clock, clock + len)),
    )
    if (!onlyWords) this.#forgetTexts()
    this.#around.trials.follow(this.id, update)
    this.#grow(update)
    this.#document.add(update, clients.size > 0, null)
    this.#broadcast(update)
  }

  async #reload(): Promise<void> {
    const stored = await this.#around.store.load(this.id)
    if (stored.epoch !== this.epoch) throw new Error('the room began anew')
    const known = this.vector
    this.#document = new RoomDocument(stored, this.#around.trials)
    this.#sinceSnapshot = this.#document.tail.bytes
    this.#forgetTexts()
    const { updates } = await this.#document.answerTo(known)
    for (const update of updates) {
      this.#around.trials.follow(this.id, update)
      this.#broadcast(update)
    }
  }

  #broadcast(update: Uint8Array, author?: Participant<Who>): void {
    if (this.joined.size === 0) return
    const frame = socketFrame(updateFrame(update))
    for (const session of this.joined) if (session !== author) session.pass(frame)
  }

  /** Runs one after the other what changes the document; a failure gives the room up. */
  #inOrder(work: () => Promise<void>): Promise<void> {
    this.#queued += 1
    const done = this.#order.then(work).finally(() => {
      this.#queued -= 1
    })
    this.#order = done.catch((cause: unknown) => this.#around.failed(this, cause))
    return done.catch(() => undefined)
  }

  #hear({ whoIsThere, presence, seq }: Told): void {
    if (whoIsThere === true) {
      this.presence.tellAll()
      this.#signals.tell({ seq: this.seq })
    }
    if (presence !== undefined) this.presence.hear(presence)
    if (seq !== undefined && seq > this.seq) void this.catchUp()
  }
}
