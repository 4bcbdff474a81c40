import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCodes } from '@mreza/contracts-kernel'
import { type WebSocket, WebSocketServer } from 'ws'
import { CommitLoop } from './commit-loop.ts'
import { defaultLimits, type LiveLimits } from './limits.ts'
import { OpenRooms } from './open-rooms.ts'
import { Recheck } from './recheck.ts'
import type { Replayed } from './replay.ts'
import type { Room } from './room.ts'
import type { Admission, Doorkeeper, Fanout, LiveLog, Rights, RoomStore, Turned } from './seams.ts'
import { Session } from './session.ts'
import { Trials } from './trials.ts'

/** What a live server is made of. */
export interface LiveServerOptions<Who> {
  readonly doorkeeper: Doorkeeper<Who>
  readonly rights: Rights<Who>
  readonly store: RoomStore<Who>
  readonly fanout: Fanout
  readonly log: LiveLog
  /** The subprotocol to answer with. */
  readonly subprotocol: string
  readonly limits?: Partial<LiveLimits>
  /** Called with a room's id when its log grew here. */
  readonly grown?: (room: string) => void
}

const statusTexts = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}
/** Frames that are larger than this above the largest allowed are cut off while they are read; of the others the page learns why. */
const readBeyond = 64 * 1024
const drainMs = 5_000

/** Rooms of shared documents over WebSocket, in y-websocket's protocol: durable before visible, with rights per connection. */
export class LiveServer<Who> {
  readonly #options: LiveServerOptions<Who>
  readonly #limits: LiveLimits
  readonly #trials: Trials
  readonly #commits: CommitLoop<Who>
  readonly #rooms: OpenRooms<Who>
  readonly #recheck: Recheck<Who>
  readonly #sessions = new Map<WebSocket, Session<Who>>()
  readonly #answering = new WeakSet<WebSocket>()
  readonly #perPerson = new Map<string, number>()
  readonly #timers: NodeJS.Timeout[]
  readonly #sockets: WebSocketServer
  #stopping = false

  constructor(options: LiveServerOptions<Who>) {
    this.#options = options
    this.#limits = { ...defaultLimits, ...options.limits }
    this.#trials = new Trials(this.#limits)
    this.#commits = new CommitLoop({
      append: (batch) => options.store.append(batch),
      lost: (rooms, cause) => this.#lost(rooms, cause),
    })
    this.#rooms = new OpenRooms(
      {
        instance: randomUUID(),
        store: options.store,
        trials: this.#trials,
        commits: this.#commits,
        fanout: options.fanout,
        log: options.log,
        now: () => Date.now(),
        grown: (room) => options.grown?.(room),
        failed: (room, cause) => this.#fail(room, cause),
      },
      this.#limits,
    )
    this.#recheck = new Recheck({
      rights: options.rights,
      sessions: () => [...this.#sessions.values()],
      limits: this.#limits,
      now: () => Date.now(),
      log: options.log,
    })
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: this.#limits.step2Bytes + readBeyond,
      perMessageDeflate: false,
      clientTracking: false,
      handleProtocols: (offered) => (offered.has(options.subprotocol) ? options.subprotocol : false),
    })
    this.#timers = [
      setInterval(() => this.#ping(), this.#limits.pingMs),
      setInterval(() => this.#everySecond(), 1_000),
      setInterval(() => this.#refreshPresence(), this.#limits.presenceMs),
    ]
    for (const timer of this.#timers) timer.unref()
  }

  /** Takes an upgrade request of an HTTP server. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    this.#let(request, socket, head).catch((cause: unknown) => {
      this.#options.log.error('a live connection could not be opened', { cause: String(cause) })
      turnAway(socket, 503)
    })
  }

  /** Reads the rights of all open connections now; closes those that lost theirs. */
  recheck(): Promise<void> {
    return this.#recheck.now()
  }

  /** The updates of a room's document if it is in memory, as it is on disk. */
  peek(room: string): { readonly updates: readonly Uint8Array[]; readonly seq: number } | undefined {
    const open = this.#rooms.peek(room)
    return open === undefined ? undefined : { updates: open.updates, seq: open.seq }
  }

  /** Plays tried updates into one without what was deleted: where they are many, in the thread. Null when they do not fit together. */
  async replay(updates: readonly Uint8Array[]): Promise<Replayed | null> {
    return this.#trials.replay(updates)
  }

  get counts(): { readonly sockets: number; readonly rooms: number } {
    return { sockets: this.#sessions.size, rooms: this.#rooms.all().length }
  }

  /** Takes no one in any more, commits what was accepted, and closes every socket with *restarting*. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#recheck.stop()
    for (const timer of this.#timers) clearInterval(timer)
    const drained = Promise.all([...this.#sessions.values()].map((session) => session.finished()))
      .then(() => this.#commits.drained())
      .then(() => Promise.all(this.#rooms.all().map((room) => room.rest())))
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, drainMs).unref())])
    for (const session of [...this.#sessions.values()]) session.expel(closeCodes.restarting)
    for (const room of this.#rooms.all()) this.#rooms.drop(room)
    await this.#trials.stop()
  }

  async #let(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (this.#stopping || this.#sessions.size >= this.#limits.sockets) return turnAway(socket, 503)
    const admitted = await this.#options.doorkeeper.admit(request)
    if ('status' in admitted) return turnAway(socket, admitted.status)
    if ('close' in admitted) return this.#sockets.handleUpgrade(request, socket, head, (opened) => opened.close(admitted.close))
    if (!this.#count(admitted.person)) return turnAway(socket, 429)
    socket.once('close', () => this.#uncount(admitted.person))
    const room = await this.#enter(admitted)
    if (room === null || socket.destroyed) return turnAway(socket, 503)
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#seat(opened, socket, admitted, room))
  }

  /** The room, up to date, with no other connection under the same writer number and nothing of one under way (PL5). */
  async #enter(admitted: Admission<Who>): Promise<Room<Who> | null> {
    const room = await this.#rooms.open(admitted.room, admitted.shape)
    for (const other of room.sessions) {
      if (other.clientId !== admitted.clientId) continue
      other.expel(closeCodes.overtaken)
      await other.finished()
    }
    await room.decided()
    return this.#rooms.holds(room) && !this.#stopping ? room : null
  }

  #seat(socket: WebSocket, line: Duplex, admission: Admission<Who>, room: Room<Who>): void {
    const session = new Session({ socket, line, admission, room, limits: this.#limits, now: () => Date.now() })
    room.sessions.add(session)
    this.#sessions.set(socket, session)
    this.#answering.add(socket)
    socket.on('message', (data, isBinary) => session.receive(data as Buffer, isBinary))
    socket.on('pong', () => this.#answering.add(socket))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      this.#sessions.delete(socket)
      session.leave()
      void session.finished().then(() => room.sessions.delete(session))
    })
  }

  #count(person: string): boolean {
    const open = this.#perPerson.get(person) ?? 0
    if (open >= this.#limits.socketsPerPerson) return false
    this.#perPerson.set(person, open + 1)
    return true
  }

  #uncount(person: string): void {
    const open = (this.#perPerson.get(person) ?? 1) - 1
    if (open === 0) this.#perPerson.delete(person)
    else this.#perPerson.set(person, open)
  }

  #lost(rooms: readonly string[], cause: unknown): void {
    for (const id of rooms) {
      const room = this.#rooms.peek(id)
      if (room !== undefined) this.#fail(room, cause)
    }
  }

  #fail(room: Room<Who>, cause: unknown): void {
    this.#options.log.error('a live room cannot go on', { room: room.id, cause: String(cause) })
    for (const session of room.sessions) session.expel(closeCodes.storageUnavailable)
    this.#rooms.drop(room)
  }

  #everySecond(): void {
    const now = Date.now()
    for (const session of this.#sessions.values()) if (session.isOverdue(now)) session.expel(closeCodes.malformed)
    this.#rooms.tidy()
    for (const room of this.#rooms.all()) if (room.isQuiet(now)) void room.rest()
    const known = this.#rooms.all().map(({ id, seq, epoch }) => ({ room: id, seq, epoch }))
    if (known.length > 0) void this.#fillGaps(known)
  }

  /** What the other instances told and was not heard. */
  async #fillGaps(known: readonly { room: string; seq: number; epoch: number }[]): Promise<void> {
    const behind = await this.#options.store.behind(known).catch(() => [])
    for (const id of behind) void this.#rooms.peek(id)?.catchUp()
  }

  #refreshPresence(): void {
    for (const room of this.#rooms.all()) room.presence.refresh()
  }

  #ping(): void {
    for (const [socket] of this.#sessions) {
      if (!this.#answering.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }
}

const turnAway = (socket: Duplex, status: Extract<Turned, { status: number }>['status']): void => {
  if (!socket.destroyed) socket.end(`HTTP/1.1 ${status} ${statusTexts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
