import * as Y from 'yjs'
import type { CommitLoop } from './commit-loop.ts'
import { updateFrame } from './frames.ts'
import type { PresenceEntry } from './presence.ts'
import { PresenceBoard } from './presence-board.ts'
import type { Appended, Fanout, RoomStore, StoredRoom } from './seams.ts'
import type { Session } from './session.ts'
import type { RootShape } from './shape.ts'
import type { TrialRoom, Trials } from './trials.ts'

/** What all rooms of a server share. */
export interface RoomSurroundings<Who> {
  readonly instance: string
  readonly store: RoomStore<Who>
  readonly trials: Trials
  readonly commits: CommitLoop<Who>
  readonly fanout: Fanout
  readonly now: () => number
  /** Called when the log of a room grew here. */
  readonly grown: (room: string) => void
  /** Called when a room cannot go on: its sockets are closed and it is loaded anew. */
  readonly failed: (room: Room<Who>, cause: unknown) => void
}

/** An update that passed its trial; `fate` is told whether it came onto the disk. */
interface Accepted {
  readonly update: Uint8Array
  readonly fate: Promise<boolean>
  readonly decide: (stored: boolean) => void
}

/** What instances tell each other of a room; `whoIsThere` asks the others to tell their presence. */
type Told = { readonly from: string; readonly seq?: number; readonly presence?: readonly PresenceEntry[]; readonly whoIsThere?: true }

/** What another instance of ours wrote; null when it did not. */
const readTold = (message: string): Told | null => {
  try {
    return JSON.parse(message) as Told
  } catch {
    return null
  }
}

/**
 * An open room: the document as it is on disk, and the connections that have joined. The document here only ever takes
 * what is committed (PL7); what was accepted but is not yet committed waits in `#accepted`.
 */
export class Room<Who> implements TrialRoom {
  readonly id: string
  readonly shape: readonly RootShape[]
  readonly doc = new Y.Doc({ gc: true })
  readonly sessions = new Set<Session<Who>>()
  readonly joined = new Set<Session<Who>>()
  readonly presence: PresenceBoard
  readonly epoch: number
  #seq: number
  #bytes: number
  #accepted: Accepted[] = []
  #order: Promise<unknown> = Promise.resolve()
  readonly #around: RoomSurroundings<Who>
  readonly #unsubscribe: () => void

  constructor(id: string, shape: readonly RootShape[], stored: StoredRoom, around: RoomSurroundings<Who>) {
    this.id = id
    this.shape = shape
    this.epoch = stored.epoch
    this.#around = around
    this.#bytes = this.#take(stored)
    this.#seq = stored.seq
    this.presence = new PresenceBoard(this.joined, (presence) => this.#tell({ presence }), around.now)
    this.#unsubscribe = around.fanout.subscribe(id, (message) => this.#hear(message))
    this.#tell({ whoIsThere: true })
  }

  /** The place in the log up to which the document goes. */
  get seq(): number {
    return this.#seq
  }

  /** Nothing of this room is under way: it may be put away. */
  get idle(): boolean {
    return this.sessions.size === 0 && this.#accepted.length === 0
  }

  /** The encoded size of the document, about; exact when that matters. */
  fits(more: number, largest: number): boolean {
    if (this.#bytes + more > largest) this.#bytes = Y.encodeStateAsUpdate(this.doc).byteLength
    return this.#bytes + more <= largest
  }

  states(): readonly Uint8Array[] {
    return [Y.encodeStateAsUpdate(this.doc), ...this.#accepted.map(({ update }) => update)]
  }

  /** Hands an accepted update of a session to the commit; `done` is told what became of it. */
  commit(session: Session<Who>, update: Uint8Array, done: (result: Appended) => void): void {
    const { promise: fate, resolve: decide } = Promise.withResolvers<boolean>()
    const accepted = { update, fate, decide }
    this.#accepted.push(accepted)
    this.#around.commits.add({
      room: this.id,
      epoch: this.epoch,
      who: session.admission.who,
      updates: [update],
      wanted: () => session.accepted || this.#drop(accepted),
      settle: (result) => {
        if ('refusal' in result) {
          this.#drop(accepted)
          done(result)
        } else void this.#inOrder(() => this.#stored(session, accepted, result.lastSeq, done))
      },
    })
  }

  /** Waits until everything that is accepted now is decided; false when some of it was dropped. */
  async decided(): Promise<boolean> {
    const fates = await Promise.all(this.#accepted.map(({ fate }) => fate))
    return fates.every(Boolean)
  }

  /** Takes what is in the log and not here, in order. */
  catchUp(): Promise<void> {
    return this.#inOrder(() => this.#catchUp())
  }

  close(): void {
    for (const accepted of [...this.#accepted]) this.#decide(accepted, false)
    this.#unsubscribe()
    this.presence.stop()
    this.#around.trials.forget(this.id)
    this.doc.destroy()
  }

  async #stored(session: Session<Who>, accepted: Accepted, lastSeq: number, done: (result: Appended) => void): Promise<void> {
    if (lastSeq === this.#seq + 1) this.#integrate([accepted.update], lastSeq, session)
    else if (lastSeq > this.#seq) await this.#catchUp()
    this.#decide(accepted, true)
    this.#tell({ seq: lastSeq })
    this.#around.grown(this.id)
    done({ lastSeq })
  }

  /** Forgets an accepted update that will not be committed; the mirror has it, so the mirror goes too. Always false. */
  #drop(accepted: Accepted): false {
    this.#decide(accepted, false)
    this.#around.trials.forget(this.id)
    return false
  }

  #decide(accepted: Accepted, stored: boolean): void {
    this.#accepted = this.#accepted.filter((other) => other !== accepted)
    accepted.decide(stored)
  }

  async #catchUp(): Promise<void> {
    const before = this.#seq
    const news = await this.#around.store.after(this.id, before)
    if (news === null) return this.#reload()
    for (const update of news.updates) this.#around.trials.follow(this.id, update)
    if (news.lastSeq > before) this.#integrate(news.updates, news.lastSeq)
  }

  async #reload(): Promise<void> {
    const stored = await this.#around.store.load(this.id)
    if (stored.epoch !== this.epoch) throw new Error('the room began anew')
    const written: Uint8Array[] = []
    const keep = (update: Uint8Array) => written.push(update)
    this.doc.on('update', keep)
    this.#bytes = this.#take(stored)
    this.doc.off('update', keep)
    this.#seq = stored.seq
    for (const update of written) {
      this.#around.trials.follow(this.id, update)
      this.#broadcast(update)
    }
  }

  #take({ snapshot, tail }: StoredRoom): number {
    const updates = snapshot === null ? tail : [snapshot, ...tail]
    for (const update of updates) Y.applyUpdate(this.doc, update)
    return updates.reduce((sum, update) => sum + update.byteLength, 0)
  }

  #integrate(updates: readonly Uint8Array[], lastSeq: number, author?: Session<Who>): void {
    this.#seq = lastSeq
    for (const update of updates) {
      Y.applyUpdate(this.doc, update)
      this.#bytes += update.byteLength
      this.#broadcast(update, author)
    }
  }

  #broadcast(update: Uint8Array, author?: Session<Who>): void {
    const frame = updateFrame(update)
    for (const session of this.joined) if (session !== author) session.send(frame)
  }

  /** Runs one after the other what changes the document; a failure gives the room up. */
  #inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.#order.then(work)
    this.#order = done.catch((cause: unknown) => this.#around.failed(this, cause))
    return done.catch(() => undefined)
  }

  #tell(told: Omit<Told, 'from'>): void {
    this.#around.fanout.publish(this.id, JSON.stringify({ from: this.#around.instance, ...told } satisfies Told))
  }

  #hear(message: string): void {
    const told = readTold(message)
    if (told === null || told.from === this.#around.instance) return
    if (told.whoIsThere === true) this.presence.tellAll()
    if (told.presence !== undefined) this.presence.hear(told.presence)
    if (told.seq !== undefined && told.seq > this.#seq) void this.catchUp()
  }
}
