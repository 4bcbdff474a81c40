import type { Instant, PlanId } from '@mreza/contracts-kernel'
import {
  closeCodeName,
  frameTypes,
  type LiveTicket,
  type PlanRoom,
  type Presence,
  type RoomRight,
  subprotocolsOf,
} from '@mreza/contracts-plans'
import { quietDocument, SavedState } from '@mreza/plan-document'
import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import { countingSocket } from './counting-socket.ts'
import { OwnWords } from './own-words.ts'
import { PresentUser } from './present-user.ts'
import { RoomCarets } from './room-carets.ts'
import { undoOf } from './room-undo.ts'

/** Why a room is over for this page; the sentence stands under `over.<why>`. */
export type Over = 'revoked' | 'schema-version' | 'refused' | 'too-large'

/** What the page shows of a room's line. */
export interface RoomState {
  readonly line: 'connecting' | 'open' | 'away' | 'over'
  readonly over: Over | null
  /** The document has come at least once. */
  readonly here: boolean
  readonly unsaved: number
  readonly savedAt: Instant | null
  readonly awaySince: Instant | null
  readonly present: readonly Presence['user'][]
  /** One's own words that did not come to the server and never will, for copying; empty while there is hope or no right. */
  readonly stranded: string
}

/** How a room gets its tickets. */
export type TicketOffice = (previousClientId: number | undefined) => Promise<LiveTicket>

const nothing: RoomState = {
  line: 'connecting',
  over: null,
  here: false,
  unsaved: 0,
  savedAt: null,
  awaySince: null,
  present: [],
  stranded: '',
}
const longestPause = 10_000
const now = () => new Date().toISOString()

/**
 * One room of a plan as this page holds it: the document, its line, and what is not on disk yet. Every line begins with a
 * ticket of its own; what was typed while the line was broken joins under the number that the server gave (PL5). Nothing of
 * it outlives the page (rule D13).
 */
export class LiveRoom {
  readonly doc = quietDocument()
  readonly provider: WebsocketProvider
  readonly room: PlanRoom
  readonly right: RoomRight
  /** The room among those of all plans. */
  readonly key: string
  /** Takes back and does again what one did oneself in this room, in its texts and in its fields. */
  readonly undo = undoOf(this.doc)
  /** Where colleagues stand. */
  readonly carets: RoomCarets
  readonly #words = new OwnWords(this.doc)
  readonly #office: TicketOffice
  readonly #saved = new SavedState()
  readonly #listeners = new Set<() => void>()
  readonly #beforeRemote = new Set<() => void>()
  #state: RoomState
  #clientId: number | undefined
  #attempt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #left = false

  /** `stranded` are words that one could no longer bring into the same room under a wider right. */
  constructor(planId: PlanId, room: PlanRoom, right: RoomRight, office: TicketOffice, stranded = '') {
    this.#state = { ...nothing, stranded }
    this.key = `${planId}/${room}`
    this.room = room
    this.right = right
    this.#office = office
    const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`
    this.provider = new WebsocketProvider(address, `live/${planId}/${room}`, this.doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: countingSocket(this.#saved),
      shouldReconnect: () => false,
    })
    this.carets = new RoomCarets(this.provider, this.doc)
    this.#hear()
  }

  /** What is now; the same object until something changes. */
  readonly read = (): RoomState => this.#state

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** One's own words that are not on disk. Whoever asks must know that the person may still hold them. */
  readonly unsavedWords = (): string => this.#words.since(this.#state.unsaved)

  /** The person has the words now, or does not want them. */
  readonly forgetStranded = (): void => this.#say({ stranded: '' })

  /** Is told each time before what others wrote is put into the document. */
  readonly onBeforeRemote = (tell: () => void): (() => void) => {
    this.#beforeRemote.add(tell)
    return () => this.#beforeRemote.delete(tell)
  }

  /** Gets a ticket and connects; goes on trying until it is left or told that it is over. */
  async join(): Promise<void> {
    clearTimeout(this.#timer)
    try {
      const { ticket, clientId } = await this.#office(this.#clientId)
      if (this.#left) return
      this.#clientId = clientId
      this.#writeUnder(clientId)
      this.provider.protocols = subprotocolsOf(ticket)
      this.provider.connect()
    } catch (cause) {
      if (isFinal(cause)) this.#end('revoked')
      else this.#again()
    }
  }

  /** Ends the line and forgets the document. */
  leave(): void {
    this.#left = true
    clearTimeout(this.#timer)
    this.provider.destroy()
    this.doc.destroy()
  }

  /** The server says under which number this page writes and is seen (PL5). */
  #writeUnder(clientId: number): void {
    if (this.doc.clientID === clientId) return
    const { awareness } = this.provider
    awareness.setLocalState(null)
    this.doc.clientID = clientId
    awareness.clientID = clientId
    awareness.setLocalState({})
  }

  #say(change: Partial<RoomState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Carets move with every key; who is here does not. */
  #countPresent(): void {
    const present = presentIn(this.provider, this.doc.clientID)
    if (JSON.stringify(present) !== JSON.stringify(this.#state.present)) this.#say({ present })
  }

  #countUnsaved(): void {
    const { unsaved } = this.#saved.count
    this.#words.keep(unsaved)
    if (unsaved === this.#state.unsaved) return
    this.#say({ unsaved, ...(unsaved === 0 ? { savedAt: now() } : {}) })
  }

  #again(): void {
    if (this.#left || this.#state.line === 'over') return
    this.#say({ line: 'away', awaySince: this.#state.awaySince ?? now() })
    const pause = Math.min(longestPause, 300 * 2 ** this.#attempt) * (0.75 + Math.random() / 2)
    this.#attempt += 1
    this.#timer = setTimeout(() => void this.join(), pause)
  }

  #end(over: Over): void {
    // Who was shut out may no longer hold what stands in the room; who sent too much may have it back.
    const stranded = over === 'refused' || over === 'too-large' ? this.unsavedWords() : ''
    this.#say({ line: 'over', over, present: [], stranded })
    // After it is said: the provider tells of the close while it disconnects.
    this.provider.disconnect()
  }

  #hear(): void {
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider) return
      this.#saved.edited()
      this.#words.edited()
      queueMicrotask(() => this.#countUnsaved())
    })
    const { messageHandlers } = this.provider
    const takeIn = messageHandlers[frameTypes.sync]
    if (takeIn !== undefined)
      messageHandlers[frameTypes.sync] = (...message) => {
        for (const tell of this.#beforeRemote) tell()
        takeIn(...message)
      }
    messageHandlers[frameTypes.persisted] = (_encoder: unknown, decoder: decoding.Decoder) => {
      decoding.readVarUint(decoder)
      this.#saved.persisted(decoding.readVarUint(decoder))
      this.#countUnsaved()
    }
    this.provider.on('sync', (synced: boolean) => {
      if (!synced) return
      this.#attempt = 0
      this.#say({ line: 'open', here: true, awaySince: null, savedAt: this.#state.savedAt ?? now() })
    })
    this.provider.awareness.on('change', () => this.#countPresent())
    this.provider.on('connection-close', (event) => this.#closed(event?.code))
  }

  #closed(code: number | undefined): void {
    this.#saved.disconnected()
    if (this.#left || this.#state.line === 'over') return
    // A line that the provider itself took for broken would be tried again with a ticket that is spent.
    if (code === undefined) this.provider.disconnect()
    const name = code === undefined ? null : closeCodeName(code)
    if (name === 'revoked') this.#end('revoked')
    else if (name === 'schemaVersion') this.#end('schema-version')
    else if (name === 'malformed') this.#end('refused')
    else if (name === 'tooLarge') this.#end('too-large')
    else this.#again()
  }
}

/** Whether asking again cannot help: the room is closed to this person. */
const isFinal = (cause: unknown): boolean => {
  const code = (cause as { data?: { refusal?: { code?: string } } } | null)?.data?.refusal?.code
  return code === 'not-found' || code === 'not-allowed' || code === 'sign-in-needed'
}

const presentIn = (provider: WebsocketProvider, ownClient: number): readonly Presence['user'][] =>
  [...provider.awareness.getStates()].flatMap(([client, state]) => {
    const parsed = PresentUser.safeParse(state.user)
    return client === ownClient || !parsed.success ? [] : [parsed.data]
  })
