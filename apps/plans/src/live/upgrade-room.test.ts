import { planDocumentVersion, versionOf } from '@mreza/plan-document'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openWorld, planOf, type World } from '../service-for-tests.ts'
import { type LoadedRoom, roomLog } from '../store/room-log.ts'
import type { PlansTables } from '../store/tables.ts'
import { loadUpgradedRoom } from './upgrade-room.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

/** A document as the first version wrote it: nothing says its version. */
const firstVersion = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getMap('about').set('participation', 'took-part')
  doc.getXmlFragment('prose/area-family').insert(0, [new Y.XmlElement('paragraph')])
  return Y.encodeStateAsUpdate(doc)
}

const docOf = ({ snapshot, tail }: LoadedRoom): Y.Doc => {
  const doc = new Y.Doc()
  for (const update of snapshot === null ? tail : [snapshot, ...tail]) Y.applyUpdate(doc, update)
  return doc
}

test('PL10 PL13: an older document is upgraded once, before anybody joins, and who has it open in the older version writes no more', async () => {
  const member = await world.member(['core'])
  const planId = await planOf(world, member)
  const { worker } = world.database.pools<PlansTables>('plans')
  await sql`insert into plans.room_snapshot (room_id, case_id, room, seq, state, at)
    select id, case_id, room, 5, ${Buffer.from(firstVersion())}, now() from plans.room where plan_id = ${planId} and room = 'core'`.execute(
    world.database.admin,
  )
  const { rows } = await sql<{ id: string }>`
    update plans.room set seq = 5 where plan_id = ${planId} and room = 'core' returning id`.execute(world.database.admin)
  const id = rows[0]?.id ?? ''
  const loaded = await Promise.all([1, 2, 3].map(() => loadUpgradedRoom(worker, id, new Date())))
  for (const room of loaded) expect(room).toMatchObject({ epoch: 1, seq: 6, tail: [], documentVersion: planDocumentVersion })
  const [first, second] = loaded.map(docOf)
  if (first === undefined || second === undefined) throw new Error('not loaded')
  expect(versionOf(first)).toBe(planDocumentVersion)
  expect(Y.encodeStateAsUpdate(first)).toEqual(Y.encodeStateAsUpdate(second))
  expect([...Y.decodeStateVector(Y.encodeStateVector(first)).keys()].sort()).toEqual([0, 7])
  const ticket = await member.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
  expect(ticket.epoch).toBe(1)
  const who = { databaseKey: member.session.databaseKey, caseId: world.caseId, room: 'core', clientId: ticket.clientId, lease: 0 } as const
  const log = roomLog(
    worker,
    (room) => loadUpgradedRoom(worker, room, new Date()),
    () => new Date(),
  )
  expect(await log.append([{ room: id, epoch: 0, who, updates: [Uint8Array.of(0, 0)] }])).toEqual([{ refusal: 'epoch' }])
  expect(await log.append([{ room: id, epoch: 1, who, updates: [Uint8Array.of(0, 0)] }])).toEqual([{ lastSeq: 7 }])
})

test('PL13 D1: in one batch who may write is stored, and who may not is refused alone', async () => {
  const [may, not] = [await world.member(['core']), await world.member(['core'])]
  const planId = await planOf(world, may)
  const { worker } = world.database.pools<PlansTables>('plans')
  const log = roomLog(
    worker,
    (room) => loadUpgradedRoom(worker, room, new Date()),
    () => new Date(),
  )
  const entries = []
  for (const member of [may, not]) {
    const { clientId } = await member.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
    const { rows } = await sql<{
      id: string
      epoch: number
    }>`select id, epoch from plans.room where plan_id = ${planId} and room = 'core'`.execute(world.database.admin)
    const { id = '', epoch = 0 } = rows[0] ?? {}
    const who = { databaseKey: member.session.databaseKey, caseId: world.caseId, room: 'core', clientId, lease: 0 } as const
    entries.push({ room: id, epoch, who, updates: [Uint8Array.of(0, 0), Uint8Array.of(0, 0)] })
  }
  await not.endParticipation()
  const [stored, refused] = await log.append(entries)
  expect(stored).toHaveProperty('lastSeq')
  expect(refused).toEqual({ refusal: 'right' })
})
