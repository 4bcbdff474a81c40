import { createHash } from 'node:crypto'
import type { PlanId } from '@mreza/contracts-kernel'
import { addGoal, appendParagraphs, planDocumentVersion, proseOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveClient } from './live-client-for-tests.ts'
import { openRaw, type RawSocket, updateFrameOf } from './raw-socket-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'

let world: World
let honest: Member
let attacker: Member
let planId: PlanId
let writer: LiveClient

beforeAll(async () => {
  world = await openWorld()
  honest = await world.member(['core'])
  attacker = await world.member(['core'])
  planId = await planOf(world, honest)
  writer = new LiveClient(honest, planId, 'core')
  await writer.join(world.instance.address)
  addGoal(writer.doc, { area: 'area-education', phase: 'crisis', outcome: 'back to school' })
  appendParagraphs(proseOf(writer.doc, 'area-family'), 'honest words')
  await eventually(() => expect(writer.saved.count.unsaved).toBe(0))
})
afterAll(async () => {
  writer.leave()
  await world.dispose()
})

const ticket = () => attacker.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
const join = async (): Promise<{ socket: RawSocket; clientId: number }> => {
  const issued = await ticket()
  return { socket: await openRaw(world.instance.address, issued), clientId: issued.clientId }
}

/** What is on disk and what a newcomer is served. */
const stateNow = async () => {
  const { rows } = await sql<{ n: number; seq: number }>`
    select (select count(*)::int from plans.room_update where room = 'core') as n, seq from plans.room where plan_id = ${planId} and room = 'core'`.execute(
    world.database.admin,
  )
  const newcomer = new LiveClient(honest, planId, 'core')
  await newcomer.join(world.instance.address)
  const hash = createHash('sha256').update(Y.encodeStateAsUpdate(newcomer.doc)).digest('hex')
  newcomer.leave()
  return { ...rows[0], hash }
}

/** A document that has what the room has and speaks under a number. */
const docAs = (clientId: number) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc))
  doc.clientID = clientId
  return doc
}
const editOf = (doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  edit(doc)
  return Y.encodeStateAsUpdate(doc, before)
}
const forbidden: Record<string, (own: number) => { frame: Uint8Array | string; code: string }> = {
  'a text frame': () => ({ frame: 'hello', code: 'malformed' }),
  'an unknown type': () => ({ frame: Uint8Array.of(9, 1, 2), code: 'malformed' }),
  'a frame longer than it says': () => ({ frame: Uint8Array.of(0, 2, 2, 0, 0, 7), code: 'malformed' }),
  'more than 64 KiB': () => ({ frame: updateFrameOf(new Uint8Array(65 * 1024)), code: 'tooLarge' }),
  'the number of somebody else': () => ({
    frame: updateFrameOf(editOf(docAs(writer.doc.clientID), (doc) => appendParagraphs(proseOf(doc, 'area-family'), 'forged'))),
    code: 'malformed',
  }),
  'a number that was never issued': () => ({
    frame: updateFrameOf(editOf(docAs(77), (doc) => appendParagraphs(proseOf(doc, 'area-family'), 'forged'))),
    code: 'malformed',
  }),
  'an unknown root': (own) => ({
    frame: updateFrameOf(editOf(docAs(own), (doc) => doc.getMap('smuggled').set('a', 1))),
    code: 'malformed',
  }),
  'the prose of another room': (own) => ({
    frame: updateFrameOf(editOf(docAs(own), (doc) => appendParagraphs(proseOf(doc, 'area-health'), 'x'))),
    code: 'malformed',
  }),
  'the version of the document': (own) => ({
    frame: updateFrameOf(editOf(docAs(own), (doc) => doc.getMap('meta').set('version', 9))),
    code: 'malformed',
  }),
  'a document within the document': (own) => ({
    frame: updateFrameOf(editOf(docAs(own), (doc) => doc.getMap('about').set('sub', new Y.Doc()))),
    code: 'malformed',
  }),
  'something nested too deep': (own) => ({
    frame: updateFrameOf(
      editOf(docAs(own), (doc) => {
        let map = doc.getMap('goals') as Y.Map<unknown>
        for (let depth = 0; depth < 40; depth += 1) {
          const inner = new Y.Map<unknown>()
          map.set('in', inner)
          map = inner
        }
      }),
    ),
    code: 'malformed',
  }),
  'a gap after it caught up': (own) => {
    const doc = docAs(own)
    editOf(doc, (d) => appendParagraphs(proseOf(d, 'area-family'), 'never sent'))
    return { frame: updateFrameOf(editOf(doc, (d) => appendParagraphs(proseOf(d, 'area-family'), 'sent'))), code: 'malformed' }
  },
}
const stepOne = Uint8Array.of(0, 0, 1, 0)
const emptyStepTwo = Uint8Array.of(0, 1, 2, 0, 0)

for (const [what, make] of Object.entries(forbidden))
  test(`PL7: ${what} is refused, closes that connection alone and leaves the document as it was`, async () => {
    const before = await stateNow()
    const { socket, clientId } = await join()
    const { frame, code } = make(clientId)
    socket.send(stepOne)
    socket.send(emptyStepTwo)
    socket.send(frame)
    expect(await socket.closed).toBe(code)
    expect(await stateNow()).toEqual(before)
    expect(writer.line.closes).toEqual([])
  })

test('PL10: a client of another version of the document is told so', async () => {
  await expect(attacker.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion + 1 })).rejects.toMatchObject({
    code: 'plan-document-outdated',
  })
  const issued = await ticket()
  await sql`update plans.ticket set schema_version = 99`.execute(world.database.admin)
  const socket = await openRaw(world.instance.address, issued)
  expect(await socket.closed).toBe('schemaVersion')
})
