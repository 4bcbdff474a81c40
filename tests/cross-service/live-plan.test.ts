import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CaseId, Section } from '@mreza/contracts-kernel'
import { closeCodeName, type PlanRoom, subprotocolsOf } from '@mreza/contracts-plans'
import {
  addActivity,
  addGoal,
  appendParagraphs,
  assignActivity,
  planDocumentVersion,
  readPlanContent,
  recordParticipation,
  setContactRhythm,
  setReviewOn,
  wishesOf,
  withdrawGoal,
} from '@mreza/plan-document'
import { eventually, pdfText, testConfirmation } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type CityWorker, openWholeCity, type WholeCity } from './whole-city.ts'

let city: WholeCity
let server: Server
let address: string
let manager: CityWorker
let coordinator: CityWorker
let caseId: CaseId

class FromOurPages extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols, { origin: 'http://localhost' })
  }
}

/** Joins a room of the case's plan as this worker. */
const join = async (worker: CityWorker, room: PlanRoom) => {
  const { planId } = await worker.plans.openPlan({ caseId })
  const { ticket, clientId } = await worker.plans.issueTicket({ planId, room, schemaVersion: planDocumentVersion })
  const doc = new Y.Doc()
  doc.clientID = clientId
  const ends: (string | number)[] = []
  const provider = new WebsocketProvider(address, `live/${planId}/${room}`, doc, {
    disableBc: true,
    protocols: subprotocolsOf(ticket),
    shouldReconnect: () => false,
    WebSocketPolyfill: FromOurPages as unknown as typeof globalThis.WebSocket,
  })
  provider.on('connection-close', (event) => ends.push(closeCodeName(event?.code ?? 0) ?? event?.code ?? 0))
  await eventually(() => expect(provider.synced).toBe(true))
  return { doc, ends, leave: () => provider.destroy() }
}

const agree = async () => {
  const { networkId, institutions } = city
  const partyIds = [institutions.welfare, institutions.police, institutions.school, institutions.health]
  const templateId = 'intersectoral-cooperation-trafficking'
  const { id: agreementId } = await coordinator.agreements.draftAgreement({ networkId, templateId, partyIds })
  const { textHash } = await coordinator.agreements.sendAgreement({ agreementId })
  for (const at of ['welfare', 'police', 'school', 'health'] as const) {
    const head = await city.worker(at, ['head'])
    const confirmation = testConfirmation(head.session.subject, 'sign-agreement', textHash ?? '')
    await head.agreements.signAgreement({ agreementId, textHash: textHash ?? '', confirmation })
  }
  await eventually(async () => {
    const { rows } = await sql`select from conferences.procedure where agreement_id = ${agreementId}`.execute(city.database.admin)
    expect(rows).toHaveLength(1)
  })
}

const openCase = async (): Promise<CaseId> => {
  const teacher = await city.worker('school', ['practitioner'])
  const { id: referralId } = await teacher.conferences.sendReferral({
    receiverId: city.institutions.welfare,
    content: {
      priority: 'immediate',
      priorityReason: 'now',
      ageGroup: 'child-under-14',
      indicators: [],
      whatHappened: 'something',
      immediateSafety: 'safe',
      wishes: 'to stay at school',
    },
    identity: { givenName: 'A', familyName: 'B', birthDate: '2015-05-04', address: 'C', safeContact: 'D' },
  })
  await manager.conferences.acknowledgeReferral({ referralId })
  return (await manager.conferences.takeReferral({ referralId })).caseId
}

const share = (worker: CityWorker, at: 'health' | 'school', sections: Section[]) =>
  coordinator.conferences.grantParticipation({
    caseId,
    institutionId: city.institutions[at],
    personId: worker.personId,
    sections,
    basis: { kind: 'consent', givenBy: 'guardian', givenAt: new Date().toISOString(), explained: 'explained' },
    until: null,
  })

beforeAll(async () => {
  city = await openWholeCity()
  server = createServer()
  const upgrade = city.running('plans')?.upgrade
  if (upgrade !== undefined) server.on('upgrade', upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  coordinator = await city.worker('welfare', ['coordinator'])
  manager = await city.worker('welfare', ['practitioner'])
  await agree()
  caseId = await openCase()
}, 120_000)
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await city.dispose()
})

it('PL1 PL2 PL9 two institutions write the plan of a real case together, and its activity reaches the one it was given to', async () => {
  const doctor = await city.worker('health', ['practitioner'])
  await expect(doctor.plans.openPlan({ caseId })).rejects.toMatchObject({ code: 'not-found' })
  await share(doctor, 'health', ['core', 'health'])
  const { rooms, planId } = await doctor.plans.openPlan({ caseId })
  expect(rooms.map(({ room, right }) => `${room} ${right}`)).toEqual([
    'core write',
    'safety none',
    'health write',
    'legal none',
    'voice none',
  ])
  await eventually(async () => {
    const opened = await doctor.plans.openPlan({ caseId })
    expect(opened.rooms.find(({ room }) => room === 'safety')?.holders).toContain(city.institutions.welfare)
  })
  await expect(doctor.plans.issueTicket({ planId, room: 'safety', schemaVersion: planDocumentVersion })).rejects.toMatchObject({
    code: 'not-found',
  })
  const [mine, theirs] = [await join(manager, 'core'), await join(doctor, 'core')]
  const goal = addGoal(mine.doc, { area: 'area-education', phase: 'transition', outcome: 'back to school' })
  const activity = addActivity(theirs.doc, goal, { what: 'write to the school doctor' })
  assignActivity(theirs.doc, activity, { institutionId: city.institutions.health, personId: null })
  await eventually(() => expect(readPlanContent(mine.doc, 'core')).toEqual(readPlanContent(theirs.doc, 'core')))
  await eventually(async () => expect(await doctor.plans.listActivities({ mine: true })).toMatchObject([{ id: activity, caseId }]))
  mine.leave()
  theirs.leave()
})

it('PL19 CF10 an approved plan sets the steps of the procedure going, and is printed with names of the directory', async () => {
  const core = await join(manager, 'core')
  const { planId } = await manager.plans.openPlan({ caseId })
  for (const goal of readPlanContent(core.doc, 'core').goals) withdrawGoal(core.doc, goal.id)
  appendParagraphs(wishesOf(core.doc), 'to stay at school')
  recordParticipation(core.doc, 'took-part')
  setReviewOn(core.doc, new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10))
  setContactRhythm(core.doc, 'weekly')
  await eventually(async () =>
    expect((await coordinator.plans.checkApproval({ planId })).gaps.filter(({ gap }) => gap.binding)).toEqual([]),
  )
  core.leave()
  const stateOf = async (id: string) => (await manager.conferences.readCase({ caseId })).steps.find((step) => step.id === id)?.state
  expect(await stateOf('keep-contact')).toBe('later')
  const { id: versionId, number } = await coordinator.plans.approvePlan({ planId })
  expect(number).toBe(1)
  await eventually(async () => expect(await stateOf('keep-contact')).toBe('now'))
  expect(await stateOf('re-examine-plan')).toBe('now')
  const { pdf, fileName } = await manager.plans.printVersion({ versionId, audience: 'full', language: 'sr-Cyrl' })
  expect(pdfText(Buffer.from(pdf, 'base64'))).toContain('to stay at school')
  expect(fileName).toMatch(/^план-NI-\d{2}-\d{4}-v1\.pdf$/)
})

it('PL16 PL18 who leads the case leads its plan, and a closed room opens by the participation that grants the request', async () => {
  const psychologist = await city.worker('school', ['practitioner'])
  await share(psychologist, 'school', ['core'])
  const { planId, leads, rooms } = await psychologist.plans.openPlan({ caseId })
  expect([leads, rooms.find(({ room }) => room === 'health')?.right]).toEqual([false, 'none'])
  expect((await manager.plans.openPlan({ caseId })).leads).toBe(false)
  await coordinator.conferences.nameCaseManager({ caseId, personId: manager.personId })
  await eventually(async () => expect((await manager.plans.openPlan({ caseId })).leads).toBe(true))
  const asked = await psychologist.plans.requestRoom({ planId, room: 'health', reason: 'the child is treated at school' })
  await eventually(async () =>
    expect((await manager.inbox.listInbox({})).notifications[0]).toMatchObject({ kind: 'room-requested', refs: { planId } }),
  )
  expect(await manager.plans.listRoomRequests({ planId })).toEqual([asked])
  await share(psychologist, 'school', ['core', 'health'])
  await eventually(async () => {
    const [answered] = await psychologist.plans.listRoomRequests({ planId })
    expect(answered).toMatchObject({ id: asked.id, answer: 'granted' })
    const opened = await psychologist.plans.openPlan({ caseId })
    expect(opened.rooms.find(({ room }) => room === 'health')?.right).toBe('write')
  })
})

it('PL11 T03 the end of a participation closes the sockets of that person and of nobody else', async () => {
  const guest = await city.worker('school', ['practitioner'])
  const { id: participationId } = await share(guest, 'school', ['core'])
  const [witness, visitor] = [await join(manager, 'core'), await join(guest, 'core')]
  await coordinator.conferences.endParticipation({ caseId, participationId })
  await eventually(() => expect(visitor.ends).toEqual(['revoked']))
  expect(witness.ends).toEqual([])
  await expect(guest.plans.openPlan({ caseId })).rejects.toMatchObject({ code: 'not-found' })
  witness.leave()
})

it('PL11 the end of a session closes its sockets', async () => {
  const { ends } = await join(manager, 'core')
  await manager.session.revoke()
  await eventually(() => expect(ends).toEqual(['revoked']))
})
