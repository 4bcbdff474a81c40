import type { Door } from '@mreza/service'
import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink, TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { foreignKeys, keysFor, lines, subject, thingDoor, type thingOperations } from './door-for-tests.ts'
import { headers, limits } from './limits.ts'
import type { RouterOf } from './router-of.ts'
import { mintToken } from './token.ts'

type Things = RouterOf<typeof thingOperations>

const tokenFor = (roles: typeof subject.roles = subject.roles) =>
  mintToken(keysFor('gateway').tokenKeys, { audience: 'things', subject: { ...subject, roles }, databaseKey: 'dk' }, new Date())

const clientOn = (door: Door, token?: string, batch = false) => {
  const options = {
    url: 'http://things.internal/rpc/things',
    fetch: (url: unknown, init?: unknown) => door(new Request(String(url), init as RequestInit)),
    ...(token === undefined ? {} : { headers: { [headers.token]: token } }),
  }
  return createTRPCClient<Things>({ links: [batch ? httpBatchLink(options) : httpLink(options)] })
}

const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TRPCClientError)) throw new Error('no refusal came')
  return { data: error.data, status: (error.meta?.response as Response | undefined)?.status }
}

describe('a door made from a contract', () => {
  it('answers a typed client', async () => {
    const answer = await clientOn(thingDoor()).echo.query({ text: 'hi' })
    expect(answer.text satisfies string).toBe('hi')
    expect((await clientOn(thingDoor(), tokenFor()).whoAmI.query({})).personId).toBe(subject.personId)
  })

  it('does not compile with a wrong input or an unknown operation', () => {
    const client = clientOn(thingDoor())
    // @ts-expect-error the text is missing
    const wrongInput = () => client.echo.query({})
    // @ts-expect-error no such operation
    const unknown = () => client.nothing.query({})
    // @ts-expect-error a query is not a mutation
    const wrongKind = () => client.echo.mutate({ text: '' })
    expect([wrongInput, unknown, wrongKind]).toHaveLength(3)
  })

  it('names the field that does not fit, and all of them, without their values', async () => {
    const wrong = { text: 'too long a text', deep: { year: 'S3CRET', extra: 1 } } as unknown as { text: string }
    const { data, status } = await refusalOf(clientOn(thingDoor()).echo.query(wrong))
    expect(status).toBe(400)
    expect(data).toEqual({ refusal: { code: 'invalid-input', field: 'text', params: { fields: 'text,deep.year,deep.extra' } } })
  })

  it('lets out only what the contract names, even under strict objects and inside arrays', async () => {
    expect(await clientOn(thingDoor()).getThing.query({})).toEqual({ items: [{ name: 'a', inner: { size: 1 } }] })
  })

  it('refuses at the first wall: nobody, somebody without the role, and people where only services may', async () => {
    const nobody = await refusalOf(clientOn(thingDoor()).whoAmI.query({}))
    expect(nobody).toEqual({ data: { refusal: { code: 'sign-in-needed' } }, status: 401 })
    expect((await refusalOf(clientOn(thingDoor()).onlyHeads.query({}))).status).toBe(401)
    expect((await refusalOf(clientOn(thingDoor(), tokenFor()).onlyHeads.query({}))).data.refusal.code).toBe('not-allowed')
    expect(await clientOn(thingDoor(), tokenFor(['head'])).onlyHeads.query({})).toEqual({ done: true })
    const inside = await refusalOf(clientOn(thingDoor(), tokenFor()).askInside.query({ n: 1 }))
    expect(inside).toEqual({ data: { refusal: { code: 'not-found' } }, status: 404 })
  })

  it('carries a refusal as it is, with its status', async () => {
    const refused = await refusalOf(clientOn(thingDoor(), tokenFor()).breakThing.mutate({ how: 'refuse' }))
    expect(refused).toEqual({ data: { refusal: { code: 'thing-is-broken', field: 'how', params: { times: 2 } } }, status: 409 })
  })

  it.each(['throw', 'answer'] as const)('turns a fault of ours (%s) into `unexpected` and logs no content', async (how) => {
    lines.length = 0
    const refused = await refusalOf(clientOn(thingDoor(), tokenFor()).breakThing.mutate({ how }))
    expect(refused).toEqual({ data: { refusal: { code: 'unexpected' } }, status: 500 })
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toContain('Petar')
  })

  it('refuses tokens that are forged, of another installation, expired, or for another audience, all in the same way', async () => {
    const keys = keysFor('gateway').tokenKeys
    const late = () => new Date(Date.now() + 61_000)
    const good = tokenFor()
    const [head, body, mark] = good.split('.')
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body ?? '', 'base64url').toString()), sub: { ...subject, roles: ['head'] } }),
    ).toString('base64url')
    const bad: [string, () => Date][] = [
      [`${head}.${other}.${mark}`, () => new Date()],
      [mintToken(foreignKeys.tokenKeys, { audience: 'things', subject }, new Date()), () => new Date()],
      [good, late],
      [mintToken(keys, { audience: 'others', subject }, new Date()), () => new Date()],
      [mintToken(keysFor('others').tokenKeys, { audience: 'things', subject }, new Date()), () => new Date()],
      ['', () => new Date()],
      ['m1.e30.', () => new Date()],
    ]
    for (const [token, now] of bad) {
      const refused = await refusalOf(clientOn(thingDoor(now), token).whoAmI.query({}))
      expect(refused).toEqual({ data: { refusal: { code: 'sign-in-needed' } }, status: 401 })
    }
  })

  it('does not show the database key in the text of a token', () => {
    const token = mintToken(keysFor('gateway').tokenKeys, { audience: 'things', subject, databaseKey: 'VERYSECRET' }, new Date())
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toContain('VERYSECRET')
  })

  it('bounds bodies and batches', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(limits.body) })
    const post = (body: BodyInit, more = {}) =>
      thingDoor()(new Request('http://x/rpc/things/breakThing', { method: 'POST', body, ...more }))
    expect((await post(long)).status).toBe(413)
    expect((await post(new Blob([long]).stream(), { duplex: 'half' })).status).toBe(413)
    const many = Array.from({ length: limits.batch + 1 }, () => 'echo').join(',')
    expect((await thingDoor()(new Request(`http://x/rpc/things/${many}?batch=1&input={}`))).status).toBe(400)
  })

  it('takes more where the contract says so, and only there', async () => {
    const long = (length: number) => JSON.stringify({ text: 'x'.repeat(length) })
    const post = (name: string, body: BodyInit, more = {}) =>
      thingDoor()(new Request(`http://x/rpc/things/${name}`, { method: 'POST', body, ...more }))
    const headers = { 'content-type': 'application/json' }
    expect((await post('keepThing', long(390_000), { headers })).status).toBe(200)
    expect((await post('keepThing', long(400_000), { headers })).status).toBe(413)
    expect((await post('keepThing', new Blob([long(400_000)]).stream(), { headers, duplex: 'half' })).status).toBe(413)
    for (const name of ['keepThing,echo?batch=1', 'constructor', 'echo'])
      expect((await post(name, long(300_000), { headers })).status).toBe(413)
  })

  it('answers each of a batch by itself', async () => {
    const client = clientOn(thingDoor(), tokenFor(), true)
    const [first, second] = await Promise.allSettled([client.echo.query({ text: 'a' }), client.onlyHeads.query({})])
    expect(first).toMatchObject({ status: 'fulfilled', value: { text: 'a' } })
    expect(second).toMatchObject({ status: 'rejected', reason: { data: { refusal: { code: 'not-allowed' } } } })
  })

  it.each([
    ['an unknown operation', new Request('http://x/rpc/things/nothing'), 404, 'not-found'],
    ['a name of Object', new Request('http://x/rpc/things/__proto__'), 404, 'not-found'],
    [
      'broken JSON',
      new Request('http://x/rpc/things/breakThing', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }),
      400,
      'invalid-input',
    ],
    ['a mutation by GET', new Request('http://x/rpc/things/breakThing?input={}'), 400, 'invalid-input'],
  ])('answers %s with a refusal', async (_what, request, status, code) => {
    const response = await thingDoor()(request)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { data: { refusal: { code } } } })
  })

  it('is not moved by a payload that aims at the prototype', async () => {
    const body = '{"how":"refuse","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    const request = new Request('http://x/rpc/things/breakThing', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', [headers.token]: tokenFor() },
    })
    expect((await thingDoor()(request)).status).toBe(400)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('streams a subscription whose client is the usual one', async () => {
    const door = thingDoor()
    const request = new Request('http://x/rpc/things/count?input=%7B%22to%22%3A3%7D', {
      headers: { [headers.token]: tokenFor(), accept: 'text/event-stream' },
    })
    const response = await door(request)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const text = await response.text()
    expect(text.match(/data: \{"n":\d\}/g)).toHaveLength(3)
    expect(text).not.toContain('S3CRET')
    expect(typeof httpSubscriptionLink).toBe(typeof splitLink)
  })
})
