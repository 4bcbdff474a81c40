import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { SessionBook } from '../sessions/session-book.ts'
import type { Backend } from './backend.ts'
import type { OpenLines } from './open-lines.ts'
import { guardUpgrade } from './request-guard.ts'
import { tokenIn } from './session-cookie.ts'

/** What an upgrade needs on its way. */
export interface UpgradeSetting {
  /** The service behind `/live/…`. */
  readonly live: Backend | undefined
  readonly sessions: SessionBook
  readonly lines: OpenLines
  readonly origins: ReadonlySet<string>
  readonly publicOrigin: string
}

/** The headers that a WebSocket needs; all else stays outside, above all what services would trust. */
const passedOn = new Set([
  'host',
  'connection',
  'upgrade',
  'origin',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
])

const refuse = (socket: Duplex, status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)

/** What is left names the public origin, whichever of ours the page came from, so that the service has one to compare with. */
const clean = (request: IncomingMessage, publicOrigin: string) => {
  request.headers.origin = publicOrigin
  for (const name of Object.keys(request.headers)) if (!passedOn.has(name)) delete request.headers[name]
}

const admit = async (setting: UpgradeSetting, request: IncomingMessage, socket: Duplex, head: Buffer) => {
  const { live, sessions, lines, origins } = setting
  if (live?.upgrade === undefined || !/^\/live\/[A-Za-z0-9/_-]+$/.test(request.url ?? '')) return refuse(socket, '404 Not Found')
  if (!guardUpgrade(request.headers, origins)) return refuse(socket, '403 Forbidden')
  const token = tokenIn(request.headers.cookie)
  const session = token === undefined ? undefined : (await sessions.admit(token))?.session
  if (session === undefined) return refuse(socket, '401 Unauthorized')
  const unwatch = lines.watch(session.id, () => socket.destroy())
  socket.once('close', unwatch)
  clean(request, setting.publicOrigin)
  ;(socket as Socket).setNoDelay?.(true)
  live.upgrade(request, socket, head)
}

/**
 * Lets live sockets through to their service: from our own pages and for a session in force only, no query, no cookie and no other
 * header of the caller inside. The socket closes within a second of the session's end.
 */
export const liveUpgrades = (app: FastifyInstance, setting: UpgradeSetting): void => {
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    admit(setting, request, socket, head).catch(() => socket.destroy())
  })
}
