import { caseManagerNamed, caseOpened, participationGranted } from '@mreza/contracts-conferences'
import type { NetworkId, PersonId, PlanId } from '@mreza/contracts-kernel'
import { type NarrowedRight, PlanRoom } from '@mreza/contracts-plans'
import { asSubject, newId } from '@mreza/db'
import { appendParagraphs, plainText, proseOf } from '@mreza/plan-document'
import { eventually, happens } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takePart } from './conferences-stand-in.ts'
import { LiveClient } from './live-client-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'

let world: World
let coordinator: Member
let doctor: Member
let teacher: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(PlanRoom.options, { roles: ['coordinator'] })
  doctor = await world.member(['core', 'health'], { sector: 'health' })
  teacher = await world.member(['core'], { sector: 'education' })
  planId = await planOf(world, coordinator)
  for (const { subject } of [doctor, teacher])
    await sql`insert into plans.holder (participation_id, case_id, institution_id, sections, ended)
      values (gen_random_uuid(), ${world.caseId}, ${subject.institutionId}, '{core}', false)`.execute(world.database.admin)
})
afterAll(() => world.dispose())

const ofCase = (actor: Member) => ({
  at: new Date().toISOString(),
  networkId: actor.subject.networkId as NetworkId,
  actorId: actor.subject.personId,
  audience: {},
  caseId: world.caseId,
  caseCode: 'NI-26-4821',
})
const leads = async (member: Member) => (await member.calls.openPlan({ caseId: world.caseId })).leads
const narrow = (right: NarrowedRight['right']) =>
  coordinator.calls.narrowRight({ planId, institutionId: doctor.subject.institutionId, right })
const rightsOf = async (member: Member) => {
  const { rooms } = await member.calls.openPlan({ caseId: world.caseId })
  return rooms.filter(({ right }) => right !== 'none').map(({ room, right }) => `${room} ${right}`)
}
const audited = async (action: string) => {
  const { rows } = await sql<{ person_id: PersonId | null; refs: Record<string, string> }>`
    select person_id, refs from plans.audit_entry where action = ${action} order by seq`.execute(world.database.admin)
  return rows
}

test('PL16: a coordinator who takes part leads, and the case manager from the moment of being named; nobody else', async () => {
  expect([await leads(coordinator), await leads(doctor), await leads(teacher)]).toEqual([true, false, false])
  const named = { ...ofCase(coordinator), personId: doctor.subject.personId }
  await happens(world.database, caseManagerNamed, { ...named, at: '2026-03-02T10:00:00.000Z' })
  await eventually(async () => expect(await leads(doctor)).toBe(true))
  await happens(world.database, caseManagerNamed, { ...named, at: '2026-03-02T09:00:00.000Z', personId: teacher.subject.personId })
  await happens(world.database, caseManagerNamed, { ...named, at: '2026-03-02T11:00:00.000Z', personId: newId<'PersonId'>() })
  await eventually(async () => expect(await leads(doctor)).toBe(false))
  expect(await leads(teacher)).toBe(false)
  await happens(world.database, caseOpened, { ...ofCase(coordinator), leadInstitutionId: coordinator.subject.institutionId })
})

test('PL16: only who leads narrows, approves, purges or declines; the others are refused and outsiders find nothing', async () => {
  const asked = { planId, institutionId: doctor.subject.institutionId, right: 'read' } as const
  await expect(teacher.calls.narrowRight(asked)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(teacher.calls.purgeDeleted({ planId })).rejects.toMatchObject({ code: 'not-allowed' })
  const stranger = await world.member([], { roles: ['coordinator'] })
  await expect(stranger.calls.narrowRight(asked)).rejects.toMatchObject({ code: 'not-found' })
  await expect(stranger.calls.purgeDeleted({ planId })).rejects.toMatchObject({ code: 'not-found' })
  const unknown = { planId, institutionId: newId<'InstitutionId'>(), right: 'read' } as const
  await expect(coordinator.calls.narrowRight(unknown)).rejects.toMatchObject({ code: 'not-found', field: 'institutionId' })
})

test('PL16 PL11: a narrowed institution comments, or only reads; its open socket follows, its words are refused, and it may write again', async () => {
  const [writer, witness] = [new LiveClient(doctor, planId, 'core'), new LiveClient(teacher, planId, 'core')]
  for (const client of [writer, witness]) await client.join(world.instance.address)
  const read = () => plainText(proseOf(witness.doc, 'area-family'))
  appendParagraphs(proseOf(writer.doc, 'area-family'), 'before')
  await eventually(() => expect(writer.saved.count.unsaved).toBe(0))
  expect(await narrow('comment')).toEqual([{ institutionId: doctor.subject.institutionId, right: 'comment' }])
  expect(await teacher.calls.listNarrowedRights({ planId })).toEqual([{ institutionId: doctor.subject.institutionId, right: 'comment' }])
  expect(await rightsOf(doctor)).toEqual(['core comment', 'health comment'])
  await eventually(() => expect([...witness.present.values()].map(({ user }) => user?.right)).toEqual(['comment']))
  appendParagraphs(proseOf(writer.doc, 'area-family'), 'after')
  await eventually(() => expect(writer.line.refused).toEqual(['read-only']))
  expect([read(), writer.line.closes]).toEqual(['before', []])
  const anchor = { place: { in: 'wishes' as const }, from: null, to: null, quote: '' }
  const comment = () => doctor.calls.startThread({ planId, room: 'core', anchor, text: 'may I?' })
  const { id: threadId } = await comment()
  await narrow('read')
  expect(await rightsOf(doctor)).toEqual(['core read', 'health read'])
  await expect(comment()).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(doctor.calls.replyInThread({ threadId, text: 'may I?' })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(doctor.calls.recordMove({ planId, from: 'core', to: 'health', characters: 9 })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect(await narrow('write')).toEqual([])
  expect(await rightsOf(doctor)).toEqual(['core write', 'health write'])
  await eventually(() => expect(read()).toBe('before\nafter'))
  for (const client of [writer, witness]) client.leave()
  expect((await audited('narrow-right')).map(({ refs }) => refs.right)).toEqual(['comment', 'read', 'write'])
})

test('PL16 D1: the rows narrow by themselves, and let nobody but who leads change how far', async () => {
  await narrow('read')
  const { runtime } = world.database.pools('plans')
  const as = (member: Member, statement: ReturnType<typeof sql>) =>
    runtime.transaction().execute(async (trx) => {
      await sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`.execute(trx)
      return statement.execute(trx)
    })
  const { institutionId, personId } = doctor.subject
  const lift = sql`delete from narrowed_right where institution_id = ${institutionId}`
  expect((await as(doctor, lift)).numAffectedRows).toBe(0n)
  expect((await as(teacher, lift)).numAffectedRows).toBe(0n)
  const { rows } = await sql<{ id: string }>`select id from plans.room where plan_id = ${planId} and room = 'core'`.execute(
    world.database.admin,
  )
  const { rows: numbers } = await sql<{ id: number }>`select client_id as id from plans.client_issue where person_id = ${personId}`.execute(
    world.database.admin,
  )
  const write = sql`insert into room_update (room_id, seq, case_id, room, update, client_id, person_id, institution_id, at)
    values (${rows[0]?.id}, 999, ${world.caseId}, 'core', ''::bytea, ${numbers[0]?.id}, ${personId}, ${institutionId}, now())`
  await expect(as(doctor, write)).rejects.toThrow(/row-level security/)
  const say = sql`insert into thread (id, room_id, plan_id, case_id, room, anchor, started_at)
    values (gen_random_uuid(), ${rows[0]?.id}, ${planId}, ${world.caseId}, 'core', '{}', now())`
  await expect(as(doctor, say)).rejects.toThrow(/row-level security/)
  await narrow('write')
})

test('PL18: a closed room is asked for with a reason, the lead alone sees every request, and declines once', async () => {
  const reason = 'The child is treated at school.'
  const asked = await teacher.calls.requestRoom({ planId, room: 'health', reason })
  expect(asked).toMatchObject({ room: 'health', by: teacher.subject.personId, reason, answer: null })
  expect(await teacher.calls.requestRoom({ planId, room: 'health', reason: 'again' })).toEqual(asked)
  await expect(teacher.calls.requestRoom({ planId, room: 'core', reason })).rejects.toMatchObject({ code: 'room-already-open' })
  expect(await doctor.calls.listRoomRequests({ planId })).toEqual([])
  expect(await coordinator.calls.listRoomRequests({ planId })).toEqual([asked])
  const no = { requestId: asked.id, reason: 'Not needed for school.' }
  await expect(teacher.calls.declineRoomRequest(no)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(doctor.calls.declineRoomRequest(no)).rejects.toMatchObject({ code: 'not-found' })
  expect(await coordinator.calls.declineRoomRequest(no)).toMatchObject({ answer: 'declined', answerReason: no.reason })
  await expect(coordinator.calls.declineRoomRequest(no)).rejects.toMatchObject({ code: 'already-answered' })
  expect((await teacher.calls.listRoomRequests({ planId }))[0]).toMatchObject({ answer: 'declined', answerReason: no.reason })
  const { rows } = await sql`select from plans.outbox where data::text like '%at school%' or data::text like '%for school%'`.execute(
    world.database.admin,
  )
  expect(rows).toEqual([])
})

test('PL18: who asked takes a request back while nobody has answered, nobody else does, and it may be asked for again', async () => {
  const asked = await teacher.calls.requestRoom({ planId, room: 'legal', reason: 'The hearing is near.' })
  const back = { requestId: asked.id }
  await expect(coordinator.calls.withdrawRoomRequest(back)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(doctor.calls.withdrawRoomRequest(back)).rejects.toMatchObject({ code: 'not-found' })
  const withdrawn = await teacher.calls.withdrawRoomRequest(back)
  expect(withdrawn).toMatchObject({ id: asked.id, answer: 'withdrawn', answerReason: null })
  expect(withdrawn.answeredAt).not.toBeNull()
  await expect(teacher.calls.withdrawRoomRequest(back)).rejects.toMatchObject({ code: 'already-answered' })
  const late = { ...back, reason: 'Not needed.' }
  await expect(coordinator.calls.declineRoomRequest(late)).rejects.toMatchObject({ code: 'already-answered' })
  expect((await audited('withdraw-room-request')).map(({ person_id, refs }) => [person_id, refs.requestId])).toEqual([
    [teacher.subject.personId, asked.id],
  ])
  const again = await teacher.calls.requestRoom({ planId, room: 'legal', reason: 'The hearing is near.' })
  expect(again.id).not.toBe(asked.id)
  await coordinator.calls.declineRoomRequest({ requestId: again.id, reason: 'Not needed.' })
  await expect(teacher.calls.withdrawRoomRequest({ requestId: again.id })).rejects.toMatchObject({ code: 'already-answered' })
})

test('PL18: the wall of the rows lets who asked take back their own open request and change nothing else of it', async () => {
  const asked = await teacher.calls.requestRoom({ planId, room: 'voice', reason: 'To hear what the child said.' })
  const answerAs = (who: Member, answer: string) =>
    asSubject(world.database.pools('plans').runtime, who.session.databaseKey, (trx) =>
      sql`update plans.room_request set answer = ${answer}, answered_at = now() where id = ${asked.id}`.execute(trx),
    )
  await expect(answerAs(teacher, 'granted')).rejects.toThrow('row-level security')
  await expect(answerAs(teacher, 'declined')).rejects.toThrow('row-level security')
  await expect(answerAs(coordinator, 'withdrawn')).rejects.toThrow('row-level security')
  expect((await answerAs(doctor, 'withdrawn')).numAffectedRows).toBe(0n)
  expect((await answerAs(teacher, 'withdrawn')).numAffectedRows).toBe(1n)
})

test('PL18: a request is granted by a participation with that section for who asked, and by nothing else', async () => {
  const asked = await teacher.calls.requestRoom({ planId, room: 'health', reason: 'Asked once more.' })
  const { institutionId } = teacher.subject
  const granted = { ...ofCase(coordinator), institutionId, participationId: newId(), personId: null, sections: ['core' as const] }
  await happens(world.database, participationGranted, granted)
  await happens(world.database, participationGranted, {
    ...granted,
    participationId: newId(),
    personId: newId<'PersonId'>(),
    sections: ['health'],
  })
  await takePart(world.database.admin, world.caseId, institutionId, ['core', 'health'])
  await happens(world.database, participationGranted, { ...granted, participationId: newId(), sections: ['core', 'health'] })
  await eventually(async () => {
    const [first] = await teacher.calls.listRoomRequests({ planId })
    expect(first).toMatchObject({ id: asked.id, answer: 'granted', answerReason: null })
  })
  expect(await rightsOf(teacher)).toEqual(['core write', 'health write'])
  expect((await audited('grant-room-request')).map(({ refs }) => refs.requestId)).toEqual([asked.id])
  await expect(coordinator.calls.declineRoomRequest({ requestId: asked.id, reason: 'Too late.' })).rejects.toMatchObject({
    code: 'already-answered',
  })
})

test('PL22: who moves text writes in both rooms, and the trail keeps the rooms and how much, not a word', async () => {
  const stranger = await world.member(['core'])
  await coordinator.calls.recordMove({ planId, from: 'health', to: 'core', characters: 41 })
  await expect(stranger.calls.recordMove({ planId, from: 'health', to: 'core', characters: 41 })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(coordinator.calls.recordMove({ planId, from: 'core', to: 'core', characters: 41 })).rejects.toMatchObject({ field: 'to' })
  expect(await audited('move-text')).toEqual([
    { person_id: coordinator.subject.personId, refs: { planId, from: 'health', to: 'core', characters: '41' } },
  ])
})

test('T22 PL12: a purge takes deleted words out of every room at once, also of those that are closed to who asks', async () => {
  const lead = await world.member(['core'], { roles: ['coordinator'] })
  const secret = 'the-name-of-the-street-7741'
  const writer = new LiveClient(coordinator, planId, 'safety')
  await writer.join(world.instance.address)
  const prose = proseOf(writer.doc, 'area-safety')
  appendParagraphs(prose, secret)
  prose.delete(0, prose.length)
  appendParagraphs(prose, 'she moved')
  await eventually(() => expect(writer.saved.count.unsaved).toBe(0))
  const stored = async () => {
    const { rows } = await sql<{ bytes: Buffer }>`
      select update as bytes from plans.room_update union all select state from plans.room_snapshot union all select state from plans.version_room`.execute(
      world.database.admin,
    )
    return Buffer.concat(rows.map(({ bytes }) => bytes))
  }
  expect((await stored()).includes(secret)).toBe(true)
  await lead.calls.purgeDeleted({ planId })
  expect((await stored()).includes(secret)).toBe(false)
  expect((await stored()).includes('she moved')).toBe(true)
  writer.leave()
})
