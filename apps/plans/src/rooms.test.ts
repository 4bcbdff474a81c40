import type { PlanId } from '@mreza/contracts-kernel'
import { areasOfRoom, PlanRoom } from '@mreza/contracts-plans'
import { appendParagraphs, plainText, planDocumentVersion, proseOf, prosePlacesOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compactRoom } from './live/compact-room.ts'
import { LiveClient } from './live-client-for-tests.ts'
import { openRaw } from './raw-socket-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'
import type { PlansTables } from './store/tables.ts'

let world: World
let lead: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(PlanRoom.options)
  planId = await planOf(world, lead)
})
afterAll(() => world.dispose())

const canary = (room: PlanRoom) => `canary-of-${room}-4711`
const roomId = async (room: PlanRoom): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from plans.room where plan_id = ${planId} and room = ${room}`.execute(
    world.database.admin,
  )
  return rows[0]?.id ?? ''
}
/** A place of prose in a room. */
const placeIn = (room: PlanRoom) => prosePlacesOf(room)[0] ?? 'voice'
const write = async (room: PlanRoom, text: string): Promise<LiveClient> => {
  const client = new LiveClient(lead, planId, room)
  await client.join(world.instance.address)
  appendParagraphs(proseOf(client.doc, placeIn(room)), text)
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  return client
}

test('PL3: every area is written in exactly one room', () => {
  const areas = PlanRoom.options.flatMap((room) => areasOfRoom[room])
  expect(new Set(areas).size).toBe(areas.length)
  expect(areas).toHaveLength(18)
})

test('T23 PL2: of a closed room not a byte arrives, by whatever door one tries', async () => {
  for (const room of PlanRoom.options) (await write(room, canary(room))).leave()
  for (const sections of [['core'], ['core', 'safety'], ['core', 'health', 'voice'], ['safety', 'health']] as const) {
    const member = await world.member(sections)
    const open = new Set<PlanRoom>((sections as readonly PlanRoom[]).includes('core') ? sections : [])
    for (const room of PlanRoom.options) {
      const asked = member.calls.issueTicket({ planId, room, schemaVersion: planDocumentVersion })
      if (!open.has(room)) {
        await expect(asked).rejects.toMatchObject({ code: 'not-found' })
        continue
      }
      const socket = await openRaw(world.instance.address, await asked)
      socket.send(Uint8Array.of(0, 0, 1, 0))
      await eventually(() => expect(Buffer.concat(socket.received).includes(canary(room))).toBe(true))
      for (const other of PlanRoom.options) if (other !== room) expect(Buffer.concat(socket.received).includes(canary(other))).toBe(false)
      socket.end()
    }
    const rows = open.size === 0 ? '' : JSON.stringify(await member.calls.readPlan({ planId }))
    for (const room of PlanRoom.options) if (!open.has(room)) expect(rows).not.toContain(canary(room))
  }
})

test('PL2 D1: the rows alone keep a room closed, without the service asking anything', async () => {
  const member = await world.member(['core'])
  const pools = world.database.pools<PlansTables>('plans')
  const seen = await pools.runtime.transaction().execute(async (trx) => {
    await sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`.execute(trx)
    return trx.selectFrom('room').select('room').where('plan_id', '=', planId).execute()
  })
  expect(seen).toEqual([{ room: 'core' }])
  await expect(pools.runtime.selectFrom('room').selectAll().execute()).resolves.toEqual([])
  await expect(pools.runtime.selectFrom('room_update').selectAll().execute()).rejects.toThrow(/permission denied/)
  await expect(pools.runtime.selectFrom('room_snapshot').selectAll().execute()).rejects.toThrow(/permission denied/)
})

test('T22 T25 PL12: deleted words are gone for newcomers at once, and from log and snapshot after compaction', async () => {
  const secret = 'the-street-she-lives-in-9931'
  const client = await write('safety', secret)
  const undo = new Y.UndoManager(proseOf(client.doc, placeIn('safety')))
  appendParagraphs(proseOf(client.doc, placeIn('safety')), `${secret}-again`)
  undo.undo()
  const fragment = proseOf(client.doc, placeIn('safety'))
  fragment.delete(0, fragment.length)
  appendParagraphs(fragment, 'moved')
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  const id = await roomId('safety')
  const ticket = await lead.calls.issueTicket({ planId, room: 'safety', schemaVersion: planDocumentVersion })
  const newcomer = await openRaw(world.instance.address, ticket)
  newcomer.send(Uint8Array.of(0, 0, 1, 0))
  await eventually(() => expect(Buffer.concat(newcomer.received).includes('moved')).toBe(true))
  expect(Buffer.concat(newcomer.received).includes(secret)).toBe(false)
  newcomer.end()
  const stored = async () => {
    const { rows } = await sql<{ bytes: Buffer }>`
      select update as bytes from plans.room_update where room_id = ${id} union all select state from plans.room_snapshot where room_id = ${id}`.execute(
      world.database.admin,
    )
    return Buffer.concat(rows.map(({ bytes }) => bytes))
  }
  expect((await stored()).includes(secret)).toBe(true)
  const { worker } = world.database.pools<PlansTables>('plans')
  expect(await compactRoom(worker, id, new Date())).toBe(true)
  expect(await compactRoom(worker, id, new Date())).toBe(true)
  expect((await stored()).includes(secret)).toBe(false)
  expect((await stored()).includes('moved')).toBe(true)
  appendParagraphs(fragment, 'written after compaction')
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  const after = new LiveClient(lead, planId, 'safety')
  await after.join((await world.another()).address)
  expect(plainText(proseOf(after.doc, placeIn('safety')))).toBe('moved\nwritten after compaction')
  after.leave()
  client.leave()
})

test('PL7: two instances serve one room; each shows what the other committed, also when one of them was compacted away', async () => {
  const second = await world.another()
  const [one, two] = [new LiveClient(lead, planId, 'core'), new LiveClient(lead, planId, 'core')]
  await one.join(world.instance.address)
  await two.join(second.address)
  const text = (client: LiveClient) => plainText(proseOf(client.doc, 'area-employment'))
  for (let n = 0; n < 10; n += 1) {
    appendParagraphs(proseOf(one.doc, 'area-employment'), `one ${n}`)
    appendParagraphs(proseOf(two.doc, 'area-employment'), `two ${n}`)
    if (n === 5) await compactRoom(world.database.pools<PlansTables>('plans').worker, await roomId('core'), new Date())
  }
  await eventually(() => {
    expect(one.saved.count.unsaved + two.saved.count.unsaved).toBe(0)
    expect(text(one)).toBe(text(two))
    expect(text(one).split('\n')).toHaveLength(20)
    expect(one.present.size).toBe(1)
    expect(two.present.size).toBe(1)
  })
  one.leave()
  await eventually(() => expect(two.present.size).toBe(0))
  two.leave()
})

test('T14 PL13: a connection that was overtaken on another instance cannot write any more, and its author loses nothing', async () => {
  const second = await world.another()
  const [stalled, current] = [new LiveClient(lead, planId, 'core'), new LiveClient(lead, planId, 'core')]
  await stalled.join(world.instance.address)
  current.clientId = stalled.clientId
  await current.join(second.address)
  appendParagraphs(proseOf(stalled.doc, 'area-return'), 'from the stalled one')
  await eventually(() => expect(stalled.line.closes).toEqual(['overtaken']))
  expect(stalled.saved.count.unsaved).toBe(1)
  appendParagraphs(proseOf(current.doc, 'area-return'), 'from the current one')
  await eventually(() => expect(current.saved.count.unsaved).toBe(0))
  const reader = new LiveClient(lead, planId, 'core')
  await reader.join(world.instance.address)
  expect(plainText(proseOf(reader.doc, 'area-return'))).toBe('from the current one')
  reader.leave()
  current.leave()
})
