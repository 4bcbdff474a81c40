import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requestOf, sendResponse } from './node-request.ts'
import type { StartedService } from './start-service.ts'

/** A service that listens. */
export interface Listening {
  /** Such as `http://127.0.0.1:4101`. */
  readonly address: string
  close(): Promise<void>
}

const json = (outgoing: ServerResponse, status: number, body: unknown) => {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body))
}

const answerReady = async (service: StartedService, outgoing: ServerResponse, verbose: boolean) => {
  const { ready, parts } = await service.health()
  json(outgoing, ready ? 200 : 503, verbose ? { ready, parts } : { ready })
}

const answerCall = async (service: StartedService, incoming: IncomingMessage, outgoing: ServerResponse) => {
  const left = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) left.abort()
  })
  await sendResponse(await service.door(requestOf(incoming, left.signal)), outgoing)
}

const answer = async (service: StartedService, incoming: IncomingMessage, outgoing: ServerResponse) => {
  const [path, query] = (incoming.url ?? '/').split('?')
  if (path === '/healthz') return json(outgoing, 200, { alive: true })
  if (path === '/readyz') return answerReady(service, outgoing, query?.split('&').includes('verbose') ?? false)
  if (path === '/metrics') return outgoing.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(await service.metrics())
  return answerCall(service, incoming, outgoing)
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })

/**
 * Serves a started service over HTTP for the gateway and for the operator: `/rpc/…`, `/healthz` (alive), `/readyz` and
 * `/readyz?verbose` (could work now), `/metrics`, and upgrades of `/live/…` where the service has live traffic.
 * @param port 0 for any free one
 */
export const serve = async (service: StartedService, port: number, host = '127.0.0.1'): Promise<Listening> => {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, (incoming, outgoing) => {
    answer(service, incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.on('upgrade', (request, socket, head) => {
    if (service.upgrade === undefined) socket.destroy()
    else service.upgrade(request, socket, head)
  })
  await listen(server, port, host)
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 2_000).unref()
      }),
  }
}
