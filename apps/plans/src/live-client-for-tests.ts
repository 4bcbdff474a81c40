import type { PlanId } from '@mreza/contracts-kernel'
import { closeCodeName, frameTypes, type LiveTicket, type PlanRoom, type RoomRight, subprotocolsOf } from '@mreza/contracts-plans'
import { planDocumentVersion, quietDocument, SavedState } from '@mreza/plan-document'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { type Member, testOrigin } from './service-for-tests.ts'

/** What happened on a client's line. */
export interface Line {
  readonly refused: string[]
  readonly closes: (string | number)[]
  lastSeq: number
}

/** A socket that says where it comes from. */
class FromOrigin extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols, { origin: testOrigin })
  }
}
/** The same as browsers have it. */
export const SocketFromOrigin = FromOrigin as unknown as typeof globalThis.WebSocket

/** A socket class that counts the update frames it sends. */
const socketClass = (saved: SavedState) =>
  class extends FromOrigin {
    override send(data: Uint8Array): void {
      if (data[0] === frameTypes.sync && (data[1] === 1 || data[1] === 2)) saved.frameSent(data[1] === 1)
      super.send(data)
    }
  } as unknown as typeof globalThis.WebSocket

/** A member at a room: a real Yjs document behind the real y-websocket provider. */
export class LiveClient {
  readonly doc = quietDocument()
  readonly saved = new SavedState()
  readonly line: Line = { refused: [], closes: [], lastSeq: 0 }
  provider: WebsocketProvider | null = null
  clientId: number | undefined
  readonly #member: Member
  readonly #planId: PlanId
  readonly #room: PlanRoom

  constructor(member: Member, planId: PlanId, room: PlanRoom) {
    this.#member = member
    this.#planId = planId
    this.#room = room
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) this.saved.edited()
    })
  }

  /** A ticket for this client: the first, or under the number it had. */
  ticket(): Promise<LiveTicket> {
    return this.#member.calls.issueTicket({
      planId: this.#planId,
      room: this.#room,
      schemaVersion: planDocumentVersion,
      ...(this.clientId === undefined ? {} : { previousClientId: this.clientId }),
    })
  }

  /** Connects with a fresh ticket; resolves when the document is here, rejects when the line ends first. */
  async join(address: string): Promise<void> {
    const { ticket, clientId } = await this.ticket()
    this.clientId = clientId
    this.doc.clientID = clientId
    this.saved.disconnected()
    const provider = new WebsocketProvider(address, `live/${this.#planId}/${this.#room}`, this.doc, {
      connect: false,
      disableBc: true,
      protocols: subprotocolsOf(ticket),
      WebSocketPolyfill: socketClass(this.saved),
      shouldReconnect: () => false,
    })
    this.provider?.destroy()
    this.provider = provider
    this.#hear(provider)
    await new Promise<void>((resolve, reject) => {
      provider.once('sync', () => resolve())
      provider.once('connection-close', (event) => reject(new Error(`closed with ${event?.code ?? 'nothing'}`)))
      provider.connect()
    })
  }

  leave(): void {
    this.provider?.destroy()
  }

  /** What others say of themselves here, by writer number. */
  get present(): ReadonlyMap<number, { user?: { personId: string; right: RoomRight }; cursor?: unknown }> {
    const states = new Map(this.provider?.awareness.getStates() ?? [])
    states.delete(this.doc.clientID)
    return states
  }

  #hear(provider: WebsocketProvider): void {
    provider.messageHandlers[frameTypes.persisted] = (_encoder: unknown, decoder: decoding.Decoder) => {
      this.line.lastSeq = decoding.readVarUint(decoder)
      this.saved.persisted(decoding.readVarUint(decoder))
    }
    provider.messageHandlers[frameTypes.refused] = (_encoder: unknown, decoder: decoding.Decoder) => {
      this.line.refused.push(decoding.readVarString(decoder))
    }
    provider.on('connection-close', (event) => {
      const code = event?.code ?? 0
      this.line.closes.push(closeCodeName(code) ?? code)
      this.saved.disconnected()
    })
  }
}
