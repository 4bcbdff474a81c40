import { once } from 'node:events'
import { connect } from 'node:net'
import { isPublic, mutation, query, signedIn, subscription } from '@mreza/contracts-kernel'
import { implement, limits, verifyToken } from '@mreza/rpc'
import { eventually, testKeys } from '@mreza/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { openBrowser } from '../browser-for-tests.ts'
import { type GatewayForTests, gatewayForTests, goodPassword } from '../gateway-for-tests.ts'
import type { Backend } from './backend.ts'

const thingOperations = {
  whoAmI: query(signedIn, z.strictObject({}), z.object({ personId: z.string() })),
  say: mutation(isPublic, z.strictObject({ text: z.string() }), z.object({ key: z.string(), length: z.int() })),
  keep: mutation(signedIn, z.strictObject({ file: z.string() }), z.object({ length: z.int() }), 1_000_000),
  tick: subscription(signedIn, z.strictObject({}), z.object({ n: z.int() })),
}

const up = async () => ({ ready: true, parts: { database: 'up' as const } })
const seen: Headers[] = []
let left = 0

const things = (): Backend => {
  const { door } = implement(thingOperations, {
    context: 'things',
    dependencies: {
      keys: { ...testKeys('gateway') },
      log: { info() {}, warn() {}, error() {}, child: () => ({}) as never },
      now: () => new Date(),
    },
    policy: { couldEver: () => false },
    operations: {
      whoAmI: async (ctx) => ({ personId: ctx.subject.personId }),
      say: async (ctx, { text }) => ({ key: ctx.idempotencyKey ?? '', length: text.length }),
      keep: async (_ctx, { file }) => ({ length: file.length }),
      tick: async function* (ctx) {
        ctx.signal.addEventListener('abort', () => {
          left += 1
        })
        for (let n = 0; !ctx.signal.aborted; n += 1) {
          yield { n }
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      },
    },
  })
  return {
    health: up,
    door: (request) => {
      seen.push(request.headers)
      return door(request)
    },
  }
}

const away: Backend = {
  health: async () => ({ ready: false, parts: { process: 'down' } }),
  door: () => Promise.reject(new TypeError('fetch failed')),
}

let on: GatewayForTests
let address: string
beforeAll(async () => {
  on = await gatewayForTests({
    backends: new Map([
      ['things', things()],
      ['away', away],
    ]),
    contracts: new Map([['things', thingOperations]]),
    callsPerPerson: 40,
  })
  address = on.gateway.address
})
afterAll(() => on.dispose())

const thingBrowser = async (email: string) => {
  await on.addMember({ email, roles: ['practitioner'] })
  const login = on.browser()
  await login.signIn({ email, password: goodPassword })
  const browser = openBrowser(thingOperations, address, 'things')
  browser.jar.cookie = login.jar.cookie
  return { browser, login }
}

const post = (headers: Record<string, string>, body: BodyInit = '{"text":"x"}', method = 'POST') =>
  fetch(`${address}/rpc/things/say`, { method, headers, ...(method === 'GET' ? {} : { body }) })

const ours = { 'content-type': 'application/json', 'x-mreza': '1', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4600' }

describe('against other sites', () => {
  it.each([
    ['our own page', {}, 200],
    ['our own page by another name of this machine', { origin: 'http://127.0.0.1:4600' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a typed address', { 'sec-fetch-site': 'none' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['no origin at all, hidden', { origin: 'null' }, 403],
    ['a request without our header', { 'x-mreza': '' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['text that is JSON', { 'content-type': 'text/plain' }, 403],
  ])('a change from %s', async (_who, headers, status) => {
    const response = await post({ ...ours, ...headers })
    expect(response.status).toBe(status)
    if (status !== 200) expect(await response.json()).toMatchObject({ error: { data: { refusal: { code: 'not-allowed' } } } })
  })

  it('reads from another site are refused too, and other methods do not exist', async () => {
    expect((await post({ 'sec-fetch-site': 'cross-site' }, '', 'GET')).status).toBe(403)
    for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await post(ours, '{}', method)).status).toBeGreaterThanOrEqual(403)
    const options = await fetch(`${address}/rpc/things/say`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })
    expect(options.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('what goes inside', () => {
  it('only known headers, with a token of the gateway for that one service; nothing that a caller says about themselves', async () => {
    const { browser } = await thingBrowser('inside@swc.rs')
    seen.length = 0
    const forged = {
      'x-mreza-token': 'm1.forged.token',
      'x-forwarded-for': '1.2.3.4',
      'x-user-id': 'root',
      'x-user-roles': 'administrator',
      authorization: 'Bearer x',
      'x-request-id': 'mine',
    }
    expect((await browser.whoAmI({}, forged)).status).toBe(200)
    const names = [...(seen[0]?.keys() ?? [])].sort()
    expect(names.filter((name) => !['accept', 'x-mreza-token', 'x-request-id'].includes(name))).toEqual([])
    expect(seen[0]?.get('x-request-id')).not.toBe('mine')
    const { claims } = verifyToken(testKeys('gateway').tokenKeys, seen[0]?.get('x-mreza-token') ?? '', 'things', new Date())
    expect(claims).toMatchObject({ issuer: 'gateway', subject: { roles: ['practitioner'] } })
    expect(() => verifyToken(testKeys('gateway').tokenKeys, seen[0]?.get('x-mreza-token') ?? '', 'plans', new Date())).toThrow(
      'sign-in-needed',
    )
  })

  it('no token at all for who is not signed in, even when they bring one', async () => {
    seen.length = 0
    const browser = openBrowser(thingOperations, address, 'things')
    expect((await browser.whoAmI({}, { 'x-mreza-token': 'm1.forged.token' })).refusal?.code).toBe('sign-in-needed')
    expect(seen[0]?.has('x-mreza-token')).toBe(false)
  })

  it('the idempotency key and the body as they are', async () => {
    const response = await post({ ...ours, 'idempotency-key': 'k-1' }, JSON.stringify({ text: 'čšćđž' }))
    expect(await response.json()).toEqual({ result: { data: { key: 'k-1', length: 5 } } })
  })

  it('names of the prototype and unknown services are not found', async () => {
    for (const name of ['__proto__', 'constructor', 'nothing', 'gateway'])
      expect((await fetch(`${address}/rpc/${name}/me?input={}`)).status).toBe(404)
  })

  it('a payload that aims at the prototype is invalid input', async () => {
    const response = await post(ours, '{"text":"x","__proto__":{"admin":true}}')
    expect(response.status).toBe(400)
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })
})

describe('limits', () => {
  it('a body over 256 KiB is too large, declared or not', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(limits.body) })
    const declared = await post(ours, long)
    expect([declared.status, await declared.json()]).toMatchObject([413, { error: { data: { refusal: { code: 'too-large' } } } }])
    const streamed = { method: 'POST', headers: ours, body: new Blob([long]).stream(), duplex: 'half' }
    expect((await fetch(`${address}/rpc/things/say`, streamed as RequestInit)).status).toBe(413)
  })

  it('an operation that takes a file has a bound of its own, for who is signed in', async () => {
    const { browser } = await thingBrowser('files@swc.rs')
    const file = 'x'.repeat(900_000)
    expect(await browser.keep({ file })).toMatchObject({ status: 200, data: { length: 900_000 } })
    expect((await browser.keep({ file: 'x'.repeat(1_000_000) })).refusal).toMatchObject({ code: 'too-large', params: { most: 1_000_000 } })
    const stranger = await fetch(`${address}/rpc/things/keep`, { method: 'POST', headers: ours, body: JSON.stringify({ file }) })
    expect([stranger.status, await stranger.json()]).toMatchObject([401, { error: { data: { refusal: { code: 'sign-in-needed' } } } }])
    const elsewhere = await fetch(`${address}/rpc/away/keep`, { method: 'POST', headers: ours, body: JSON.stringify({ file }) })
    expect(elsewhere.status).toBe(413)
  })

  it('a batch over twenty is refused', async () => {
    const many = Array.from({ length: limits.batch + 1 }, () => 'whoAmI').join(',')
    expect((await fetch(`${address}/rpc/things/${many}?batch=1&input={}`)).status).toBe(400)
  })

  it('a person who calls too often waits, and others do not', async () => {
    const eager = await thingBrowser('eager@swc.rs')
    const calm = await thingBrowser('calm@swc.rs')
    const answers = await Promise.all(Array.from({ length: 45 }, () => eager.browser.whoAmI({})))
    expect(answers.some(({ refusal }) => refusal?.code === 'too-many-requests')).toBe(true)
    expect((await calm.browser.whoAmI({})).status).toBe(200)
  })
})

describe('a service that is away', () => {
  it('is a refusal of the same shape, and makes the whole not ready', async () => {
    const response = await fetch(`${address}/rpc/away/anything?input={}`)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ error: { data: { refusal: { code: 'service-unavailable' } } } })
    const ready = await fetch(`${address}/readyz?verbose`)
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { ready: false, parts: { 'away.process': 'down', 'identity.database': 'up' } },
    ])
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
  })

  it('figures are counted by operation and are not shown at the door of the people', async () => {
    await fetch(`${address}/rpc/identity/me?input={}`)
    expect(await on.gateway.metrics()).toMatch(/mreza_calls_total\{operation="me",status="200",service="gateway"\} \d/)
    expect(await (await fetch(`${address}/metrics`)).text()).not.toContain('mreza_calls_total')
  })
})

describe('streams', () => {
  const open = async (cookie: string | undefined) => {
    const response = await fetch(`${address}/rpc/things/tick?input={}`, { headers: { accept: 'text/event-stream', cookie: cookie ?? '' } })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    return reader
  }
  const readToEnd = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
    for (;;) if ((await reader.read()).done) return
  }

  it('ID16 end when the session ends here, and within a second when it ends elsewhere', async () => {
    const here = await thingBrowser('stream@swc.rs')
    const first = readToEnd(await open(here.login.jar.cookie)).catch(() => undefined)
    await here.login.signOut({})
    await first
    const there = await thingBrowser('stream2@swc.rs')
    const second = readToEnd(await open(there.login.jar.cookie)).catch(() => undefined)
    await on.admin.withSchema('identity').updateTable('session').set({ revoked_at: new Date() }).where('revoked_at', 'is', null).execute()
    await second
  })

  it('tell the service when the caller goes away', async () => {
    const { login } = await thingBrowser('leaves@swc.rs')
    const before = left
    const reader = await open(login.jar.cookie)
    await reader.cancel()
    await eventually(() => expect(left).toBe(before + 1))
  })
})

describe('pages and files', () => {
  it.each(['/', '/cases/01900000-0000-7000-8000-000000000000', '/set-up'])(
    '%s is the page, with a fresh nonce and the strict policy, never kept',
    async (path) => {
      const [first, second] = await Promise.all([fetch(address + path), fetch(address + path)])
      const policy = first.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? 'none'
      expect(await first.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`)
      expect(policy).toContain("default-src 'self'")
      for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(part)
      expect(policy).not.toContain('unsafe')
      expect(second.headers.get('content-security-policy')).not.toBe(policy)
      expect(first.headers.get('cache-control')).toBe('no-store')
    },
  )

  it('hashed files are kept for a year, others are not found as files, and nothing outside the folder is served', async () => {
    const asset = await fetch(`${address}/assets/app-1234.js`)
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    for (const path of ['/assets/none.js', '/favicon.ico', '/assets/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd.txt'])
      expect((await fetch(address + path)).status).toBe(404)
  })

  it('every answer carries the headers of a careful house, and HSTS only under https', async () => {
    for (const path of ['/', '/healthz', '/rpc/identity/me?input={}']) {
      const { headers } = await fetch(address + path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
    expect((await fetch(`${address}/rpc/identity/me?input={}`)).headers.get('cache-control')).toBe('no-store')
  })

  it('a request that is no HTTP ends that connection alone', async () => {
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname)
    socket.end('GARBAGE\r\n\r\n')
    socket.resume()
    await once(socket, 'close')
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
  })
})
