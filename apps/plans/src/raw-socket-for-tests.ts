import { once } from 'node:events'
import type { LiveTicket } from '@mreza/contracts-plans'
import { closeCodeName, subprotocolsOf } from '@mreza/contracts-plans'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { testOrigin } from './service-for-tests.ts'

/** A socket that sends whatever bytes it is told to. */
export interface RawSocket {
  readonly received: Uint8Array[]
  send(data: Uint8Array | string): void
  /** Resolves with the name of the close code when the server closes. */
  readonly closed: Promise<string | number>
  end(): void
}

/** Opens a socket; rejects when it is refused before the upgrade, with the status in the message. */
export const openRaw = async (
  address: string,
  ticket: Pick<LiveTicket, 'path' | 'ticket'>,
  headers: { origin?: string } = { origin: testOrigin },
): Promise<RawSocket> => {
  const socket = new WebSocket(`${address}${ticket.path}`, subprotocolsOf(ticket.ticket), headers)
  const received: Uint8Array[] = []
  socket.on('message', (data) => received.push(new Uint8Array(data as Buffer)))
  const closed = new Promise<string | number>((resolve) => socket.on('close', (code) => resolve(closeCodeName(code) ?? code)))
  await once(socket, 'open')
  socket.on('error', () => undefined)
  return { received, send: (data) => socket.send(data), closed, end: () => socket.terminate() }
}

/** The request by which a page of ours enters with a ticket, for a socket that is made by hand. */
export const ticketRequest = ({ path, ticket }: Pick<LiveTicket, 'path' | 'ticket'>) => ({
  path,
  headers: { origin: testOrigin, 'sec-websocket-protocol': subprotocolsOf(ticket).join(', ') },
})

/** An update in the frame that a client sends it in. */
export const updateFrameOf = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, update)
  })
