import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { appendParagraphs, planDocumentVersion, proseOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ticketRequest } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import { type Member, openWorld, planOf, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { percentile, tellFigures } from '../figures.ts'
import { randomOf } from '../random.ts'
import { size } from '../size.ts'
import { endOf, inLanes, tally } from './attack.ts'
import { HandClient } from './hand-client.ts'
import type { ProbeFigures } from './loop-probe.ts'
import { malformedBurst } from './malformed-frames.ts'
import { openLine } from './raw-line.ts'
import { emptyStepTwo, stepOne } from './wire.ts'
import { hashOf } from './words.ts'

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

let world: World
let server: ChildProcess
let address: string

/** The service in a process of its own, which tells of itself. */
beforeAll(async () => {
  world = await openWorld()
  const { adminUrl, passwords } = world.database
  const words = [fileOf('../../../apps/plans/src/plans-process-for-tests.ts'), adminUrl, JSON.stringify(passwords), world.bus.broker.url]
  server = spawn(process.execPath, ['--import', fileOf('./loop-probe.ts'), ...words], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] })
  if (server.stdout === null) throw new Error('no output')
  const [line] = await once(createInterface(server.stdout), 'line')
  address = String(line)
})
afterAll(async () => {
  server.kill('SIGKILL')
  await world.dispose()
})

const figuresOf = async (): Promise<ProbeFigures> => {
  const told = once(server, 'message')
  server.send('figures')
  const [figures] = await told
  return figures as ProbeFigures
}

/** Under which the server itself writes, once, the version of the document. */
const serversNumber = 0
const frames = size(1_000_000, 10_000_000)
const perLine = 500
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
/** Far above what is to be expected: what is measured is printed, and only what runs away fails. */
const mostGrowth = 512 * 2 ** 20

test(`T16 PL7: ${frames} malformed frames end no process and change no document, and who writes beside them is served`, async () => {
  const random = randomOf('T16')
  const writer = await world.member(['core'])
  const planId = await planOf(world, writer)
  const ticketOf = (member: Member) => member.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
  const joined = async (member: Member) => {
    const ticket = await ticketOf(member)
    const client = new HandClient(address, ticket.clientId, ticketRequest(ticket))
    await client.join()
    return client
  }
  const honest = await joined(writer)
  appendParagraphs(proseOf(honest.doc, 'area-family'), 'before all of it')
  await honest.saved()
  const known = Y.encodeStateAsUpdate(honest.doc)

  const attackers = await Promise.all([1, 2, 3, 4].map(() => world.member(['core'])))
  const ends: string[] = []
  const burst = async (n: number) => {
    const ticket = await ticketOf(attackers[n % attackers.length] ?? writer)
    const line = await openLine(address, ticketRequest(ticket))
    line.send(stepOne, ...(random.oneIn(3) ? [emptyStepTwo] : []))
    line.write(malformedBurst(perLine, { own: ticket.clientId, honest: known }, random))
    ends.push(await endOf(line))
  }
  await inLanes(40, 4, burst)
  const before = await figuresOf()

  const latencies: number[] = []
  let flooding = true
  const writing = (async () => {
    while (flooding) {
      const from = performance.now()
      appendParagraphs(proseOf(honest.doc, 'area-family'), `honest ${latencies.length}`)
      await honest.saved()
      latencies.push(performance.now() - from)
    }
  })()
  await inLanes(frames / perLine - 40, 4, burst)
  flooding = false
  await writing
  const after = await figuresOf()

  expect(server.exitCode).toBeNull()
  expect(server.signalCode).toBeNull()
  expect(honest.refused).toEqual([])
  expect(honest.unsaved).toBe(0)
  const newcomer = await joined(writer)
  await eventually(() => expect(hashOf(newcomer.doc, 'core')).toBe(hashOf(honest.doc, 'core')))
  expect([...newcomer.doc.store.clients.keys()].filter((clientId) => clientId !== serversNumber)).toEqual([honest.doc.clientID])
  expect(proseOf(newcomer.doc, 'area-family').length).toBe(latencies.length + 1)
  for (const client of [newcomer, honest]) client.leave()
  expect(after.rss - before.rss).toBeLessThan(mostGrowth)
  tellFigures('T16', {
    frames,
    lines: ends.length,
    ...tally(ends),
    'loop delay p99.9 ms': Math.round(after.delayP999),
    'longest ms': Math.round(after.delayMax),
    'memory before MB': megabytes(before.rss),
    'grown by MB': megabytes(after.rss - before.rss),
    'honest edits': latencies.length,
    'saved after ms, p50': percentile(latencies, 50).toFixed(1),
    p99: percentile(latencies, 99).toFixed(1),
  })
})
