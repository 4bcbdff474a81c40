import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { checkHealth } from './health.ts'
import { httpDoor } from './http-door.ts'
import { describeError, makeLog } from './log.ts'
import { type Listening, serve } from './serve.ts'
import type { RunningService, ServiceDependencies } from './service.ts'
import { type StartedService, startService } from './start-service.ts'

let listening: Listening | undefined
afterEach(async () => {
  await listening?.close()
  listening = undefined
})

const started = (running: Partial<RunningService>): Promise<StartedService> => {
  const service: RunningService = {
    name: 'things',
    door: async () => new Response('ok'),
    health: async () => ({ ready: true, parts: {} }),
    stop: async () => {},
    ...running,
  }
  const dependencies = { db: { close: async () => {} } } as unknown as ServiceDependencies
  return startService(
    { name: 'things', migrations: { schema: 'things', roles: [], migrations: {} }, start: async () => service },
    dependencies,
  )
}

describe('a served service', () => {
  it('answers calls with method, headers and body as they came, and counts them', async () => {
    const service = await started({
      door: async (request) =>
        Response.json({ method: request.method, type: request.headers.get('content-type'), body: await request.text() }, { status: 201 }),
    })
    listening = await serve(service, 0)
    const response = await httpDoor(listening.address)(
      new Request('http://x/rpc/things/add', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }),
    )
    expect([response.status, await response.json()]).toEqual([201, { method: 'POST', type: 'application/json', body: '{"a":1}' }])
    const figures = await (await fetch(`${listening.address}/metrics`)).text()
    expect(figures).toContain('mreza_calls_total{operation="add",status="201",service="things"} 1')
  })

  it('says whether it lives and whether it could work, part by part', async () => {
    const health = () => checkHealth({ database: () => Promise.reject(new Error('gone')) }, { broker: () => 'down' })
    listening = await serve(await started({ health }), 0)
    const [alive, ready] = await Promise.all([fetch(`${listening.address}/healthz`), fetch(`${listening.address}/readyz?verbose`)])
    expect([alive.status, ready.status]).toEqual([200, 503])
    expect(await ready.json()).toEqual({ ready: false, parts: { database: 'down', broker: 'down' } })
    expect((await checkHealth({ database: async () => 1 }, { broker: () => 'down' })).ready).toBe(true)
  })

  it('lets open calls finish when it stops, and nobody new in', async () => {
    const order: string[] = []
    const slow = await started({
      door: async () => {
        await sleep(100)
        order.push('answered')
        return new Response('done')
      },
      stop: async () => void order.push('stopped'),
    })
    const open = slow.door(new Request('http://x/rpc/things/slow'))
    const stopping = slow.stop()
    expect((await slow.door(new Request('http://x/rpc/things/late'))).status).toBe(503)
    expect(await (await open).text()).toBe('done')
    await stopping
    expect(order).toEqual(['answered', 'stopped'])
  })

  it('lets the service know when the caller of a stream goes away', async () => {
    let told = false
    const body = () => new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('first')) })
    const door = async (request: Request) => {
      request.signal.addEventListener('abort', () => {
        told = true
      })
      return new Response(body())
    }
    listening = await serve(await started({ door }), 0)
    const leaving = new AbortController()
    const response = await fetch(`${listening.address}/rpc/things/stream`, { signal: leaving.signal })
    await response.body?.getReader().read()
    leaving.abort()
    for (let tries = 0; !told && tries < 100; tries += 1) await sleep(20)
    expect(told).toBe(true)
  })
})

describe('the log', () => {
  it('drops fields that could be secrets and says of an error only what it is', () => {
    const lines: string[] = []
    const log = makeLog('things', 'info', { write: (line: string) => void lines.push(line) })
    log.child({ requestId: 'r' }).error('failed', {
      password: 'p',
      accessToken: 't',
      cookie: 'c',
      email: 'e',
      caseId: 'k',
      ...describeError(new TypeError('Petar said')),
    })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 50,
      service: 'things',
      requestId: 'r',
      caseId: 'k',
      error: 'TypeError',
      msg: 'failed',
    })
    expect(lines[0]).not.toMatch(/Petar|"p"|"t"|"c"|"e"/)
  })
})
