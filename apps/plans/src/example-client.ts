import { closeCodeName, frameTypes, type LiveTicket, subprotocolsOf } from '@mreza/contracts-plans'
import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'

/** What the page is told: how many of the frames sent are on disk, and why the line ended. */
interface Told {
  onSaved(frames: number): void
  onRefused(code: string): void
  onEnd(reason: string): void
}

/**
 * Joins a room with a ticket from `issueTicket`. To come back after the line broke, ask for a new ticket with `previousClientId`
 * and join again with the same document: what was typed meanwhile travels with the first exchange. Outside a browser give a socket
 * class that sends the origin.
 */
export const joinRoom = (origin: string, doc: Y.Doc, ticket: LiveTicket, told: Told, Socket = WebSocket): WebsocketProvider => {
  doc.clientID = ticket.clientId
  const provider = new WebsocketProvider(origin.replace(/^http/, 'ws'), ticket.path.slice(1), doc, {
    protocols: subprotocolsOf(ticket.ticket),
    disableBc: true,
    shouldReconnect: () => false,
    WebSocketPolyfill: Socket,
  })
  provider.messageHandlers[frameTypes.persisted] = (_encoder: unknown, decoder: decoding.Decoder) => {
    decoding.readVarUint(decoder)
    told.onSaved(decoding.readVarUint(decoder))
  }
  provider.messageHandlers[frameTypes.refused] = (_encoder: unknown, decoder: decoding.Decoder) => {
    told.onRefused(decoding.readVarString(decoder))
  }
  provider.on('connection-close', (event) => told.onEnd(closeCodeName(event?.code ?? 0) ?? 'broken'))
  return provider
}
