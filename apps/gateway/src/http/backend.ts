import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { type Duplex, Readable } from 'node:stream'
import type { Door, HealthReport, RunningService } from '@mreza/service'
import { Agent, request as send } from 'undici'

/** A service as the gateway reaches it, in this process or in another. */
export interface Backend {
  /** Rejects when the service is away. */
  readonly door: Door
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  health(): Promise<HealthReport>
}

/** A service of this process. */
export const backendHere = (service: RunningService): Backend => ({
  door: service.door,
  ...(service.upgrade === undefined ? {} : { upgrade: service.upgrade }),
  health: () => service.health(),
})

const agent = new Agent({ connections: 128, keepAliveTimeout: 30_000, connectTimeout: 2_000, headersTimeout: 20_000, bodyTimeout: 0 })

const doorAt =
  (address: string): Door =>
  async (request) => {
    const { pathname, search } = new URL(request.url)
    const answer = await send(`${address}${pathname}${search}`, {
      dispatcher: agent,
      method: request.method === 'GET' ? 'GET' : 'POST',
      headers: Object.fromEntries([...request.headers].filter(([name]) => name !== 'content-length')),
      signal: request.signal,
      body: request.body === null ? null : Buffer.from(await request.arrayBuffer()),
    })
    const { connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, ...headers } = answer.headers
    const flat = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]))
    const body =
      headers['content-length'] !== undefined
        ? await answer.body.arrayBuffer()
        : (Readable.toWeb(answer.body) as ReadableStream<Uint8Array>)
    return new Response(body, { status: answer.statusCode, headers: flat })
  }

/** The first lines of an upgrade as they are sent on: the caller's own headers, already cleaned by the gateway. */
const headOf = (request: IncomingMessage) => {
  const lines = Object.entries(request.headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}: ${one}`))
  return `${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

const tunnelTo = (address: string) => (request: IncomingMessage, socket: Duplex, head: Buffer) => {
  const { hostname, port } = new URL(address)
  const onward = connect(Number(port), hostname, () => {
    onward.setTimeout(0)
    onward.write(headOf(request))
    onward.write(head)
    onward.pipe(socket).pipe(onward)
  })
  onward.setNoDelay(true)
  onward.setTimeout(2_000, () => onward.destroy())
  onward.on('error', () => socket.destroy())
  onward.on('close', () => socket.destroy())
  socket.on('error', () => onward.destroy())
  socket.on('close', () => onward.destroy())
}

const healthAt = async (address: string): Promise<HealthReport> => {
  const answer = await send(`${address}/readyz?verbose`, { dispatcher: agent, headersTimeout: 3_000, bodyTimeout: 3_000 })
  const { ready, parts } = (await answer.body.json()) as HealthReport
  return { ready: ready === true, parts }
}

/** A service of another process, at an address such as `http://127.0.0.1:4101`. */
export const backendAt = (address: string): Backend => ({
  door: doorAt(address),
  upgrade: tunnelTo(address),
  health: () => healthAt(address).catch((): HealthReport => ({ ready: false, parts: { process: 'down' } })),
})
