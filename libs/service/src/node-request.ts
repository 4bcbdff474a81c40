import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
    else for (const one of value ?? []) headers.append(name, one)
  }
  return headers
}

/** The fetch-shaped form of a request of node's server; `left` ends it when the caller goes away. */
export const requestOf = (incoming: IncomingMessage, left: AbortSignal): Request => {
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`
  const method = incoming.method ?? 'GET'
  const init = { method, headers: headersOf(incoming), signal: left }
  if (method === 'GET' || method === 'HEAD') return new Request(url, init)
  const streamed: RequestInit & { duplex: 'half' } = {
    ...init,
    body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
    duplex: 'half',
  }
  return new Request(url, streamed)
}

/** Whether an answer is made whole before it leaves: it may then be read at once. Everything else may come bit by bit. */
export const isWhole = ({ headers }: Response): boolean =>
  (headers.get('content-type') ?? '').startsWith('application/json') && !headers.has('transfer-encoding')

/** Writes a fetch-shaped answer to node's response, streams included. */
export const sendResponse = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  const headers = [...response.headers].flat()
  if (response.body === null) return void outgoing.writeHead(response.status, headers).end()
  if (isWhole(response)) {
    const body = Buffer.from(await response.arrayBuffer())
    const length = response.headers.has('content-length') ? [] : ['content-length', String(body.byteLength)]
    return void outgoing.writeHead(response.status, [...headers, ...length]).end(body)
  }
  outgoing.writeHead(response.status, headers)
  await pipeline(Readable.fromWeb(response.body as import('node:stream/web').ReadableStream), outgoing).catch(() => outgoing.destroy())
}
