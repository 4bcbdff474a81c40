import type { PlanId } from '@mreza/contracts-kernel'
import { planDocumentVersion } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ticketRequest } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import { type Member, openWorld, planOf, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { percentile, tellFigures } from '../figures.ts'
import { randomOf } from '../random.ts'
import { size } from '../size.ts'
import { endOf, inLanes, tally } from './attack.ts'
import { HandClient } from './hand-client.ts'
import { openLine, type RawLine } from './raw-line.ts'
import { type WatchedServer, watch } from './watched-server.ts'
import { awarenessEntry, awarenessMessage, frameOf, opcodes, stepOne } from './wire.ts'

let world: World
let server: WatchedServer
let planId: PlanId
let lead: Member
let writer: HandClient
let reader: HandClient
/** Milliseconds until each edit of the writer was on disk. */
let latencies: number[] = []

const requestOf = async (member: Member, userAgent: string) => {
  const ticket = await member.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
  const { path, headers } = ticketRequest(ticket)
  return { clientId: ticket.clientId, request: { path, headers: { ...headers, 'user-agent': userAgent } } }
}
const honestClient = async (member: Member): Promise<HandClient> => {
  const { clientId, request } = await requestOf(member, 'honest')
  const client = new HandClient(server.address, clientId, request)
  await client.join()
  return client
}

beforeAll(async () => {
  world = await openWorld()
  server = await watch(world.instance)
  lead = await world.member(['core'])
  planId = await planOf(world, lead)
  writer = await honestClient(lead)
  reader = await honestClient(await world.member(['core']))
})
beforeEach(() => {
  latencies = []
})
afterAll(async () => {
  writer.leave()
  reader.leave()
  server.stop()
  await world.dispose()
})

const big = 'x'.repeat(50_000)

/** The writer sets one of some keys to something new, and waits until it is on disk. */
const write = async (key: string, value = ''): Promise<void> => {
  const from = performance.now()
  writer.doc.getMap('goals').set(key, `${latencies.length} ${value}`)
  await writer.saved()
  latencies.push(performance.now() - from)
}

/** Everything that the writer wrote is on disk and with the reader, and neither was sent away. */
const othersAreServed = async () => {
  await write('last')
  await eventually(() => expect(reader.doc.getMap('goals').toJSON()).toEqual(writer.doc.getMap('goals').toJSON()))
  expect([writer.refused, reader.refused]).toEqual([[], []])
}
/** Makes the document small again. */
const forget = async () => {
  const goals = writer.doc.getMap('goals')
  writer.doc.transact(() => goals.clear())
  await writer.saved()
}
const figures = () => ({
  'edits beside': latencies.length,
  'saved after ms, p50': percentile(latencies, 50).toFixed(1),
  p99: percentile(latencies, 99).toFixed(1),
})

const tries = size(1_000, 10_000)

test(`T28 PL14: of ${tries} sockets that one person tries to open, never more than sixteen are open`, async () => {
  const random = randomOf('T28')
  const greedy = await world.member(['core'])
  const open = new Set<RawLine>()
  const statuses: number[] = []
  let most = 0
  await inLanes(tries, 24, async (n) => {
    const { request } = await requestOf(greedy, 'greedy')
    const line = await openLine(server.address, request)
    statuses.push(line.status)
    if (line.status === 101) {
      open.add(line)
      void line.closed.then(() => open.delete(line))
      most = Math.max(most, open.size)
    }
    const [first] = open
    if (random.oneIn(20)) first?.end()
    if (n % 50 === 0) await write('beside')
  })
  const { 101: opened = 0, 429: refused = 0, ...others } = tally(statuses.map(String))
  expect(others).toEqual({})
  expect(opened + refused).toBe(tries)
  expect(most).toBe(16)
  await othersAreServed()
  for (const line of open) line.end()
  tellFigures('T28', { tries, opened, refused, 'open at most': most, ...figures() })
})

/** What a reader may have unsent: 1 MiB, and what was being added when that was noticed. */
const largestUnsent = 1024 * 1024 + 256 * 1024

test('T28 PL14: eight readers who do not read are sent away before more than 1 MiB lies unsent for one of them', async () => {
  const slow = await world.member(['core'])
  const lines: RawLine[] = []
  for (let n = 0; n < 8; n += 1) {
    const { request } = await requestOf(slow, 'slow')
    const line = await openLine(server.address, request)
    line.send(stepOne)
    lines.push(line)
  }
  await eventually(() => expect(lines.every(({ messages }) => messages.length > 1)).toBe(true))
  for (const line of lines) line.pause()
  const ended = Promise.all(lines.map((line) => line.closed))
  let waiting = true
  void ended.then(() => {
    waiting = false
  })
  for (let n = 0; n < 600 && server.mostUnsent('slow') < 1024 * 1024; n += 1) await write(`big ${n % 4}`, big)
  // The machine itself keeps more for the one than for the other before anything lies unsent.
  for (let n = 0; n < 40; n += 1) await write(`more ${n % 4}`, big)
  for (const line of lines) line.resume()
  expect((await Promise.all(lines.map(endOf))).every((end) => end === 'slowReader' || end === '1006')).toBe(true)
  expect(waiting).toBe(false)
  expect(server.mostUnsent('slow')).toBeLessThan(largestUnsent)
  await othersAreServed()
  tellFigures('T28', { 'most unsent for a slow reader': server.mostUnsent('slow'), ...figures() })
})

test('T28 PL14: a reader who asks for the whole document again and again without reading gets no more of it into our memory', async () => {
  for (let n = 0; n < 30; n += 1) await write(`held ${n}`, big)
  const { request } = await requestOf(await world.member(['core']), 'asking')
  const line = await openLine(server.address, request)
  line.pause()
  line.send(...Array.from({ length: 70 }, () => stepOne))
  await eventually(() => expect(server.mostUnsent('asking')).toBeGreaterThan(0))
  for (let n = 0; n < 20; n += 1) await write('beside')
  // Once the document, which may be larger than the bound, and the bound.
  expect(server.mostUnsent('asking')).toBeLessThan(2 * 1024 * 1024 + largestUnsent)
  line.end()
  await othersAreServed()
  await forget()
  tellFigures('T28', { 'most unsent for one who asks': server.mostUnsent('asking'), ...figures() })
})

const pings = size(100_000, 1_000_000)

test(`T28 PL14: ${pings} pings, cursors and questions of people who do not read the answers hold nobody up`, async () => {
  const flooder = await world.member(['core'])
  const ping = frameOf(Buffer.alloc(125, 1), opcodes.ping)
  const burst = Buffer.concat(Array.from({ length: 1_000 }, () => ping))
  const cursor = (clientId: number, n: number) => frameOf(awarenessMessage(awarenessEntry(clientId, n, `{"cursor":${n}}`)))
  for (let sent = 0; sent < pings; sent += 10_000) {
    const { request, clientId } = await requestOf(flooder, 'flooding')
    const line = await openLine(server.address, request)
    line.send(stepOne)
    if (sent % 20_000 === 0) line.pause()
    for (let n = 0; n < 10; n += 1) {
      line.write(burst)
      line.write(Buffer.concat(Array.from({ length: 20 }, (_unused, at) => cursor(clientId, n * 20 + at))))
      await write('beside')
    }
    line.end()
  }
  expect(server.mostUnsent('flooding')).toBeLessThan(largestUnsent)
  await othersAreServed()
  tellFigures('T28', { pings, 'most unsent for one who floods': server.mostUnsent('flooding'), ...figures() })
})
