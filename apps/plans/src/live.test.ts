import type { PlanId } from '@mreza/contracts-kernel'
import {
  addActivity,
  addGoal,
  appendParagraphs,
  assignActivity,
  plainText,
  planDocumentVersion,
  proseOf,
  readPlanContent,
  setActivityDue,
} from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveClient } from './live-client-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'

let world: World
let ana: Member
let boris: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  ana = await world.member(['core', 'health'])
  boris = await world.member(['core'], { sector: 'education' })
  planId = await planOf(world, ana)
})
afterAll(() => world.dispose())

const storedUpdates = async (room: string) => {
  const { rows } = await sql<{ seq: number; update: Buffer; person_id: string }>`
    select seq, update, person_id from plans.room_update where room = ${room} order by seq`.execute(world.database.admin)
  return rows
}
const familyText = (client: LiveClient) => plainText(proseOf(client.doc, 'area-family'))
const closed = (client: LiveClient) => eventually(() => expect(client.line.closes.length).toBeGreaterThan(0))

test('PL1: the plan of a case is one, and does not exist for those to whom the case is closed', async () => {
  expect(await planOf(world, boris)).toBe(planId)
  const stranger = await world.member([])
  await expect(stranger.calls.openPlan({ caseId: world.caseId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(stranger.calls.readPlan({ planId })).rejects.toMatchObject({ code: 'not-found' })
  const { rooms } = await boris.calls.openPlan({ caseId: world.caseId })
  expect(rooms.map(({ room, right }) => `${room} ${right}`)).toEqual([
    'core write',
    'safety none',
    'health none',
    'legal none',
    'voice none',
  ])
})

test('PL7: two people of different institutions write at once and read the same; saved means on disk', async () => {
  const [one, two] = [new LiveClient(ana, planId, 'core'), new LiveClient(boris, planId, 'core')]
  await one.join(world.instance.address)
  await two.join(world.instance.address)
  for (let n = 0; n < 20; n += 1) {
    appendParagraphs(proseOf(one.doc, 'area-family'), `ana ${n}`)
    appendParagraphs(proseOf(two.doc, 'area-family'), `boris ${n}`)
  }
  await eventually(() => {
    expect(one.saved.count.unsaved + two.saved.count.unsaved).toBe(0)
    expect(familyText(one)).toBe(familyText(two))
    expect(familyText(one).split('\n')).toHaveLength(40)
  })
  const rows = await storedUpdates('core')
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, at) => at + 1))
  const replayed = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(replayed, update)
  expect(plainText(proseOf(replayed, 'area-family'))).toBe(familyText(one))
  expect(new Set(rows.map(({ person_id }) => person_id))).toEqual(new Set([ana.subject.personId, boris.subject.personId]))
  one.leave()
  two.leave()
})

test('PL7: nobody is told that a word is saved before its row is there', async () => {
  const client = new LiveClient(ana, planId, 'core')
  await client.join(world.instance.address)
  const reader = new LiveClient(boris, planId, 'core')
  await reader.join(world.instance.address)
  const heldUntil = world.database.admin.transaction().execute(async (trx) => {
    await sql`select 1 from plans.room where plan_id = ${planId} and room = 'core' for update`.execute(trx)
    appendParagraphs(proseOf(client.doc, 'area-family'), 'held back')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(client.saved.count.unsaved).toBe(1)
    expect(familyText(reader)).not.toContain('held back')
  })
  await heldUntil
  await eventually(() => {
    expect(client.saved.count.unsaved).toBe(0)
    expect(familyText(reader)).toContain('held back')
  })
  client.leave()
  reader.leave()
})

test('PL5: what was typed while the line was broken joins under the same number', async () => {
  const client = new LiveClient(ana, planId, 'core')
  await client.join(world.instance.address)
  const number = client.clientId
  client.leave()
  appendParagraphs(proseOf(client.doc, 'area-family'), 'typed in the tunnel')
  expect(client.saved.count).toEqual({ unsaved: 1, waiting: 1 })
  await client.join(world.instance.address)
  expect(client.clientId).toBe(number)
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  const other = new LiveClient(boris, planId, 'core')
  await other.join(world.instance.address)
  expect(familyText(other)).toContain('typed in the tunnel')
  await expect(
    boris.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion, previousClientId: number ?? 0 }),
  ).rejects.toMatchObject({
    code: 'writer-number-not-yours',
  })
  client.leave()
  other.leave()
})

test('PL5: of two connections under one number the newer stays', async () => {
  const [older, newer] = [new LiveClient(ana, planId, 'core'), new LiveClient(ana, planId, 'core')]
  await older.join(world.instance.address)
  newer.clientId = older.clientId
  await newer.join(world.instance.address)
  await closed(older)
  expect(older.line.closes).toEqual(['overtaken'])
  appendParagraphs(proseOf(newer.doc, 'area-family'), 'the newer writes')
  await eventually(() => expect(newer.saved.count.unsaved).toBe(0))
  newer.leave()
})

test('PL6: who is present is said by the server, in whatever way the client lies', async () => {
  const [one, two] = [new LiveClient(ana, planId, 'core'), new LiveClient(boris, planId, 'core')]
  await one.join(world.instance.address)
  await two.join(world.instance.address)
  one.provider?.awareness.setLocalState({ user: { personId: boris.subject.personId, name: 'Boris' }, cursor: { anchor: 1 }, secret: 'x' })
  await eventually(() => {
    const seen = two.present.get(one.doc.clientID)
    expect(seen).toEqual({
      user: { personId: ana.subject.personId, institutionId: ana.subject.institutionId, sector: 'social-welfare', right: 'write' },
      cursor: { anchor: 1 },
    })
  })
  one.leave()
  await eventually(() => expect(two.present.has(one.doc.clientID)).toBe(false))
  two.leave()
})

test('PL11 T03: when a participation ends, the socket closes and nothing more is sent or taken', async () => {
  const guest = await world.member(['core'])
  const [client, witness] = [new LiveClient(guest, planId, 'core'), new LiveClient(ana, planId, 'core')]
  await client.join(world.instance.address)
  await witness.join(world.instance.address)
  await guest.endParticipation()
  await closed(client)
  expect(client.line.closes).toEqual(['revoked'])
  appendParagraphs(proseOf(witness.doc, 'area-family'), 'after the end')
  await eventually(() => expect(witness.saved.count.unsaved).toBe(0))
  expect(familyText(client)).not.toContain('after the end')
  await expect(client.join(world.instance.address)).rejects.toMatchObject({ code: 'not-found' })
  witness.leave()
})

test('PL11: when a session is revoked, its sockets close', async () => {
  const guest = await world.member(['core'])
  const client = new LiveClient(guest, planId, 'core')
  await client.join(world.instance.address)
  await guest.session.revoke()
  await closed(client)
  expect(client.line.closes).toEqual(['revoked'])
})

test('PL9: the document becomes rows, an activity given to an institution is announced once', async () => {
  const client = new LiveClient(ana, planId, 'core')
  await client.join(world.instance.address)
  const goal = addGoal(client.doc, { area: 'area-education', phase: 'transition', outcome: 'back to school' })
  const activity = addActivity(client.doc, goal, { what: 'enrol' })
  // In one update, however slow the machine: a day that moves after the projection is rightly announced again.
  client.doc.transact(() => {
    assignActivity(client.doc, activity, { institutionId: boris.subject.institutionId, personId: null })
    setActivityDue(client.doc, activity, '2026-12-24')
  })
  await eventually(async () => expect((await boris.calls.listActivities({ mine: true })).map(({ id }) => id)).toEqual([activity]))
  const [listed] = await boris.calls.listActivities({ mine: true })
  expect(listed).toMatchObject({
    what: 'enrol',
    goalOutcome: 'back to school',
    dueOn: '2026-12-24',
    planId,
    caseId: world.caseId,
    room: 'core',
  })
  const { rooms } = await boris.calls.readPlan({ planId })
  expect(rooms.map(({ room }) => room)).toEqual(['core'])
  expect(rooms[0]?.gaps).toContainEqual(expect.objectContaining({ kind: 'goal-without-indicator', goalId: goal, activityId: null }))
  expect(rooms[0]?.goals).toMatchObject([
    { activities: readPlanContent(client.doc, 'core').goals[0]?.activities.map(({ id, what }) => ({ id, what })) },
  ])
  appendParagraphs(proseOf(client.doc, 'area-family'), 'one more word')
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from plans.outbox where subject = 'mreza.plans.activity.assigned.v1' and data->>'activityId' = ${activity}`.execute(
    world.database.admin,
  )
  expect(rows[0]?.n).toBe(1)
  client.leave()
})
