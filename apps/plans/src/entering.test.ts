import { planDocumentVersion } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw } from './raw-socket-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

const enter = (member: Member) => member.calls.enterPlan({ caseId: world.caseId, schemaVersion: planDocumentVersion })

const looksOf = async ({ subject }: Member): Promise<unknown[]> => {
  const { rows } = await sql<{ room: string }>`
    select refs ->> 'room' as room from plans.audit_entry where action = 'enter-plan-room' and person_id = ${subject.personId}::uuid`.execute(
    world.database.admin,
  )
  return rows.map(({ room }) => room).sort()
}

test('PL1 PL2 PL4 D8: who comes into a plan gets one ticket for each room that is open to them, and each look is recorded', async () => {
  const doctor = await world.member(['core', 'health'])
  const { plan, tickets } = await enter(doctor)
  expect(plan).toEqual(await doctor.calls.openPlan({ caseId: world.caseId }))
  expect(tickets.map(({ room }) => room).sort()).toEqual(['core', 'health'])
  expect(await looksOf(doctor)).toEqual(['core', 'health'])
  for (const { ticket } of tickets) {
    const socket = await openRaw(world.instance.address, ticket)
    socket.send(Uint8Array.of(0, 0, 1, 0))
    await eventually(() => expect(socket.received.length).toBeGreaterThan(0))
    socket.end()
    await expect(openRaw(world.instance.address, ticket)).rejects.toThrow()
  }
})

test('PL5: the numbers that come with the tickets are the own ones of who came in', async () => {
  const ana = await world.member(['core'])
  const boris = await world.member(['core'])
  const [clientId] = (await enter(ana)).tickets.map(({ ticket }) => ticket.clientId)
  const planId = await planOf(world, ana)
  const again = { planId, room: 'core', schemaVersion: planDocumentVersion, previousClientId: clientId ?? 0 } as const
  expect((await ana.calls.issueTicket(again)).clientId).toBe(clientId)
  await expect(boris.calls.issueTicket(again)).rejects.toMatchObject({ code: 'writer-number-not-yours' })
})

test('PL1 PL10: nobody comes into a plan that is closed to them, nor with an older document, and nothing is made or recorded', async () => {
  const stranger = await world.member(['health'])
  await expect(enter(stranger)).rejects.toMatchObject({ code: 'not-found' })
  const doctor = await world.member(['core'])
  const outdated = { caseId: world.caseId, schemaVersion: planDocumentVersion - 1 }
  await expect(doctor.calls.enterPlan(outdated)).rejects.toMatchObject({ code: 'plan-document-outdated' })
  expect([...(await looksOf(stranger)), ...(await looksOf(doctor))]).toEqual([])
})
