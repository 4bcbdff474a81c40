import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { type GatewayForTests, gatewayForTests, goodPassword } from '../gateway-for-tests.ts'
import { type Backend, backendAt } from './backend.ts'

const seen: IncomingHttpHeaders[] = []
const health = async () => ({ ready: true, parts: {} })

const echoServer = () => {
  const server = new WebSocketServer({ noServer: true, handleProtocols: (offered) => (offered.has('mreza.v1') ? 'mreza.v1' : false) })
  server.on('connection', (socket, request) => {
    seen.push({ ...request.headers })
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  })
  return server
}

const here = (): Backend => {
  const server = echoServer()
  return {
    health,
    door: async () => new Response(null, { status: 404 }),
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, (live) => server.emit('connection', live, request)),
  }
}

const elsewhere = async () => {
  const sockets = echoServer()
  const server = createServer().on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (live) => sockets.emit('connection', live, request)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const backend: Backend = { ...backendAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), health }
  return { backend, close: () => server.close() }
}

const statusOf = (socket: WebSocket) =>
  new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', () => resolve(0))
  })

describe.each(['in this process', 'in another'])('live sockets to a service %s', (where) => {
  let on: GatewayForTests
  let close = () => {}
  beforeAll(async () => {
    const far = where === 'in another' ? await elsewhere() : undefined
    close = () => far?.close()
    on = await gatewayForTests({ backends: new Map([['plans', far?.backend ?? here()]]) })
  })
  afterAll(async () => {
    await on.dispose()
    close()
  })

  const signedIn = async (email: string) => {
    await on.addMember({ email, roles: ['practitioner'] })
    const browser = on.browser()
    await browser.signIn({ email, password: goodPassword })
    return browser
  }
  const dial = (path: string, headers: Record<string, string>) =>
    new WebSocket(on.gateway.address.replace('http', 'ws') + path, ['mreza.v1', 'ticket.abc'], { headers })
  const origin = 'http://localhost:4600'

  it('opens for our own page and a session, passes frames, and carries neither cookie nor invented headers inside', async () => {
    const { jar } = await signedIn('live@swc.rs')
    const socket = dial('/live/plan/core', { origin, cookie: jar.cookie ?? '', 'x-mreza-token': 'forged', 'x-forwarded-for': '1.2.3.4' })
    expect(await statusOf(socket)).toBe(101)
    expect(socket.protocol).toBe('mreza.v1')
    const answer = new Promise<Buffer>((resolve) => socket.once('message', (data) => resolve(data as Buffer)))
    socket.send(Buffer.from([1, 2, 3]))
    expect([...(await answer)]).toEqual([1, 2, 3])
    const headers = seen.at(-1) ?? {}
    expect(headers['sec-websocket-protocol']).toContain('ticket.abc')
    for (const name of ['cookie', 'x-mreza-token', 'x-forwarded-for']) expect(headers).not.toHaveProperty(name)
    socket.terminate()
  })

  it.each([
    ['no origin', { origin: undefined }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['an origin that hides', { origin: 'null' }, 403],
    ['no session', { cookie: undefined }, 401],
    ['an invented session', { cookie: `__Host-mreza=${'A'.repeat(43)}` }, 401],
    ['another path', { path: '/live/../rpc' }, 404],
    ['a query', { path: '/live/plan/core?token=x' }, 404],
  ])('is refused before the upgrade with %s', async (_what, change, status) => {
    const { jar } = await signedIn('refused@swc.rs')
    const { path, ...headers } = { path: '/live/plan/core', origin, cookie: jar.cookie, ...change } as Record<string, string | undefined>
    const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
    expect(await statusOf(dial(path ?? '', Object.fromEntries(given)))).toBe(status)
  })

  it('ID16 closes when the session ends, here at once and elsewhere within a second', async () => {
    const browser = await signedIn('ends@swc.rs')
    const first = dial('/live/plan/core', { origin, cookie: browser.jar.cookie ?? '' })
    await statusOf(first)
    const closed = new Promise((resolve) => first.once('close', resolve))
    await browser.signOut({})
    await closed
    const again = await signedIn('ends2@swc.rs')
    const second = dial('/live/plan/core', { origin, cookie: again.jar.cookie ?? '' })
    await statusOf(second)
    const closedToo = new Promise((resolve) => second.once('close', resolve))
    await on.admin.withSchema('identity').updateTable('session').set({ revoked_at: new Date() }).where('revoked_at', 'is', null).execute()
    await closedToo
  })
})
