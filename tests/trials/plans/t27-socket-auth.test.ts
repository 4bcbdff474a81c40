import { randomBytes } from 'node:crypto'
import type { CaseId, PlanId } from '@mreza/contracts-kernel'
import { closeCodes, type LiveTicket, liveSubprotocol, type PlanRoom } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { addGoal, appendParagraphs, planDocumentVersion, proseOf } from '@mreza/plan-document'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takePart } from '../../../apps/plans/src/conferences-stand-in.ts'
import { ticketRequest } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import { type Instance, type Member, openWorld, planOf, testOrigin, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { size } from '../size.ts'
import { inLanes } from './attack.ts'
import { HandClient } from './hand-client.ts'
import { openLine, type Request } from './raw-line.ts'
import { stepOne } from './wire.ts'

const canary = `canary-${randomBytes(12).toString('hex')}`

let world: World
/** An instance whose clock can be set forward. */
let later: Instance
let aheadMs = 0
let member: Member
let stranger: Member
let planId: PlanId
let strangersPlan: PlanId

const ticketOf = (who = member, plan = planId, room: PlanRoom = 'core'): Promise<LiveTicket> =>
  who.calls.issueTicket({ planId: plan, room, schemaVersion: planDocumentVersion })

beforeAll(async () => {
  world = await openWorld()
  later = await world.another(() => new Date(Date.now() + aheadMs))
  member = await world.member(['core', 'health'])
  planId = await planOf(world, member)
  stranger = await world.member([])
  const caseId = newId<'CaseId'>() satisfies CaseId
  await takePart(world.database.admin, caseId, stranger.subject.institutionId, ['core', 'health'])
  strangersPlan = (await stranger.calls.openPlan({ caseId })).planId
  const ticket = await ticketOf()
  const writer = new HandClient(world.instance.address, ticket.clientId, ticketRequest(ticket))
  await writer.join()
  appendParagraphs(proseOf(writer.doc, 'area-family'), canary)
  addGoal(writer.doc, { area: 'area-family', phase: 'crisis', outcome: canary })
  await writer.saved()
  writer.leave()
})
afterAll(() => world.dispose())

/** A request that offers these subprotocols, from where our pages come. */
const offering = (path: string, ...words: string[]): Request => ({
  path,
  headers: { origin: testOrigin, ...(words.length === 0 ? {} : { 'sec-websocket-protocol': words.join(', ') }) },
})
const from = async (origin: string | null): Promise<Request> => {
  const { path, ticket } = await ticketOf()
  const { headers = {} } = offering(path, liveSubprotocol, `ticket.${ticket}`)
  const { origin: _ours, ...others } = headers
  return { path, headers: origin === null ? others : { ...others, origin } }
}
const used = async (): Promise<Request> => {
  const request = ticketRequest(await ticketOf())
  const first = await openLine(world.instance.address, request)
  expect(first.status).toBe(101)
  first.end()
  return request
}
const afterwards = async (end: (guest: Member) => Promise<void>): Promise<Request> => {
  const guest = await world.member(['core'])
  const request = ticketRequest(await ticketOf(guest))
  await end(guest)
  return request
}

/** A way to come without the right to: what is answered, and what is asked. */
interface Variant {
  readonly status: number
  readonly request: () => Promise<Request>
  readonly at?: () => Instance
  readonly aheadMs?: number
}

const variants: Readonly<Record<string, Variant>> = {
  'no ticket': { status: 401, request: async () => offering(`/live/${planId}/core`, liveSubprotocol) },
  'no subprotocol at all': { status: 401, request: async () => offering((await ticketOf()).path) },
  'the ticket without the protocol': {
    status: 401,
    request: async () => ticketOf().then(({ path, ticket }) => offering(path, `ticket.${ticket}`)),
  },
  'another version of the protocol': {
    status: 401,
    request: async () => ticketOf().then(({ path, ticket }) => offering(path, 'mreza.v2', `ticket.${ticket}`)),
  },
  'a ticket that was never issued': {
    status: 401,
    request: async () => offering(`/live/${planId}/core`, liveSubprotocol, `ticket.${randomBytes(32).toString('base64url')}`),
  },
  'a truncated ticket': {
    status: 401,
    request: async () => ticketOf().then(({ path, ticket }) => offering(path, liveSubprotocol, `ticket.${ticket.slice(0, -1)}`)),
  },
  'two tickets': {
    status: 401,
    request: async () => {
      const [{ path, ticket }, { ticket: second }] = await Promise.all([ticketOf(), ticketOf()])
      return offering(path, liveSubprotocol, `ticket.${ticket}`, `ticket.${second}`)
    },
  },
  'the ticket in the address': {
    status: 404,
    request: async () => ticketOf().then(({ path, ticket }) => offering(`${path}?ticket=${ticket}`, liveSubprotocol, `ticket.${ticket}`)),
  },
  'a used ticket': { status: 401, request: used },
  'an old ticket': { status: 401, request: async () => ticketRequest(await ticketOf()), at: () => later, aheadMs: 30_001 },
  'a ticket for another room': {
    status: 401,
    request: async () => ({ ...ticketRequest(await ticketOf(member, planId, 'health')), path: `/live/${planId}/core` }),
  },
  'a stranger’s ticket, for their own plan': {
    status: 401,
    request: async () => ({ ...ticketRequest(await ticketOf(stranger, strangersPlan)), path: `/live/${planId}/core` }),
  },
  'a ticket whose session was revoked': { status: 403, request: () => afterwards(({ session }) => session.revoke()) },
  'a ticket whose person was removed from the case': {
    status: 403,
    request: () => afterwards(({ endParticipation }) => endParticipation()),
  },
  'no origin': { status: 403, request: () => from(null) },
  'the origin null': { status: 403, request: () => from('null') },
  'a foreign origin': { status: 403, request: () => from('http://mreza.test.evil.example') },
}

const tries = size(100, 1_000)

for (const [what, { status, request, at, aheadMs: ahead = 0 }] of Object.entries(variants))
  test(`T27 PL4: ${what}, ${tries} times: refused before the upgrade, and not a byte of the document`, async () => {
    aheadMs = ahead
    await inLanes(tries, 4, async () => {
      const line = await openLine((at?.() ?? world.instance).address, await request())
      line.send(stepOne)
      await line.closed
      expect(line.status).toBe(status)
      expect(line.bytes()).toHaveLength(0)
    })
    aheadMs = 0
    tellFigures('T27', { [what]: `${tries} × ${status}` })
  })

test(`T27 PL10: a ticket of another version of the document, ${tries} times: told so by a close code, and not a byte of the document`, async () => {
  await inLanes(tries, 4, async () => {
    const ticket = await ticketOf()
    await sql`update plans.ticket set schema_version = schema_version + 1 where client_id = ${ticket.clientId}`.execute(
      world.database.admin,
    )
    const line = await openLine(world.instance.address, ticketRequest(ticket))
    line.send(stepOne)
    expect(await line.closed).toBe(closeCodes.schemaVersion)
    expect(line.messages).toEqual([])
    expect(line.bytes().includes(canary)).toBe(false)
  })
})

test('T27 PL4: with the right to, the same request reads the document, so that the bytes above would have been seen', async () => {
  const line = await openLine(world.instance.address, ticketRequest(await ticketOf()))
  const heard = new Promise<void>((resolve) => line.hear((message) => void (Buffer.from(message).includes(canary) && resolve())))
  line.send(stepOne)
  await heard
  expect(line.bytes().includes(canary)).toBe(true)
  line.end()
})
