import { openBus } from '@mreza/bus'
import type { PersonId, PlanId } from '@mreza/contracts-kernel'
import { type CommentAnchor, PlanNews, PlanRoom, plansOperations, type ThreadId } from '@mreza/contracts-plans'
import { appendParagraphs, proseOf } from '@mreza/plan-document'
import { eventually, personClient } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LiveClient } from './live-client-for-tests.ts'
import { openPage, type Page } from './news-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'
import type { PlansTables } from './store/tables.ts'

let world: World
let lead: Member
let doctor: Member
let teacher: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(PlanRoom.options)
  doctor = await world.member(['core', 'health'], { sector: 'health' })
  teacher = await world.member(['core'], { sector: 'education' })
  planId = await planOf(world, lead)
})
afterAll(() => world.dispose())

const about = (place: CommentAnchor['place']): CommentAnchor => ({ place, from: null, to: null, quote: '' })
const inHealth = about({ in: 'prose', place: 'area-health' })
const start = (by: Member, text: string, mentions: readonly PersonId[] = []) =>
  by.calls.startThread({ planId, room: 'health', anchor: inHealth, text, mentions: [...mentions] })

/** What conferences and identity would have announced of these people: who holds which sections, and who works where. */
const announce = async (member: Member, sections: readonly PlanRoom[]) => {
  const { personId, institutionId, roles } = member.subject
  await sql`insert into plans.holder (participation_id, case_id, institution_id, sections, ended)
    values (gen_random_uuid(), ${world.caseId}, ${institutionId}, ${[...sections]}::text[], false)`.execute(world.database.admin)
  await sql`insert into plans.member (membership_id, person_id, institution_id, roles)
    values (${member.session.membershipId}, ${personId}, ${institutionId}, ${[...roles]}::text[])`.execute(world.database.admin)
}

const eventsOf = async (subject: string) => {
  const { rows } = await sql<{ data: { audience: { personIds: PersonId[] } } }>`
    select data from plans.outbox where subject = ${subject} order by position`.execute(world.database.admin)
  return rows.map(({ data }) => data)
}

test('PL17: a conversation is begun, answered, reworded by its author and closed; who spoke is written by the server', async () => {
  const thread = await start(doctor, 'Is the therapy paid for?')
  expect(thread).toMatchObject({ room: 'health', anchor: inHealth, resolved: null, comments: [{ text: 'Is the therapy paid for?' }] })
  expect(thread.comments[0]).toMatchObject({ by: doctor.subject.personId, institutionId: doctor.subject.institutionId, changedAt: null })
  const answered = await lead.calls.replyInThread({ threadId: thread.id, text: 'Until March.' })
  expect(answered.comments.map(({ by }) => by)).toEqual([doctor.subject.personId, lead.subject.personId])
  const [first] = answered.comments
  if (first === undefined) throw new Error('nothing was said')
  await expect(lead.calls.changeComment({ commentId: first.id, text: 'Put into another mouth' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const reworded = await doctor.calls.changeComment({ commentId: first.id, text: 'Who pays for the therapy?' })
  expect(reworded.comments[0]).toMatchObject({ text: 'Who pays for the therapy?', changedAt: expect.any(String) })
  const closed = await lead.calls.resolveThread({ threadId: thread.id, resolved: true })
  expect(closed.resolved).toMatchObject({ by: lead.subject.personId })
  expect((await doctor.calls.resolveThread({ threadId: thread.id, resolved: true })).resolved).toEqual(closed.resolved)
  expect((await doctor.calls.resolveThread({ threadId: thread.id, resolved: false })).resolved).toBeNull()
})

test('PL17 D6: in a room that is closed to one there is no conversation, by whatever door one tries', async () => {
  const thread = await start(doctor, 'canary-of-the-health-room')
  const [comment] = thread.comments
  expect(await teacher.calls.listThreads({ planId })).toEqual([])
  expect((await lead.calls.listThreads({ planId })).map(({ id }) => id)).toContain(thread.id)
  const attempts = [
    () => start(teacher, 'let me in'),
    () => teacher.calls.replyInThread({ threadId: thread.id, text: 'let me in' }),
    () => teacher.calls.resolveThread({ threadId: thread.id, resolved: true }),
    () => teacher.calls.changeComment({ commentId: comment?.id ?? ('' as never), text: 'let me in' }),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'not-found' })
  const { runtime } = world.database.pools<PlansTables>('plans')
  const seen = await runtime.transaction().execute(async (trx) => {
    await sql`select set_config('mreza.session_key', ${teacher.session.databaseKey}, true)`.execute(trx)
    return [await trx.selectFrom('thread').selectAll().execute(), await trx.selectFrom('comment').selectAll().execute()]
  })
  expect(seen).toEqual([[], []])
})

test('PL17: a thread hangs on a text of its own room, and on both ends of a passage or on none', async () => {
  const wrong = [about({ in: 'prose', place: 'area-safety' }), about({ in: 'wishes' }), { ...inHealth, from: 'AAAA' }]
  for (const anchor of wrong)
    await expect(doctor.calls.startThread({ planId, room: 'health', anchor, text: 'here' })).rejects.toMatchObject({
      code: 'invalid-input',
      field: 'anchor',
    })
})

test('PL17 D1: the rows refuse a comment in the name of somebody else and a change of anybody else’s words', async () => {
  const thread = await start(doctor, 'mine')
  const { runtime } = world.database.pools<PlansTables>('plans')
  const as = (member: Member, statement: (id: ThreadId) => ReturnType<typeof sql>) =>
    runtime.transaction().execute(async (trx) => {
      await sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`.execute(trx)
      return statement(thread.id).execute(trx)
    })
  const forged = (id: ThreadId) => sql`
    insert into comment (id, thread_id, case_id, room, text, by, institution_id, at, mentions) values (gen_random_uuid(), ${id}, ${world.caseId},
      'health', 'forged', ${doctor.subject.personId}, ${lead.subject.institutionId}, now(), '{}')`
  await expect(as(lead, forged)).rejects.toThrow(/row-level security/)
  const reworded = await as(lead, (id) => sql`update comment set text = 'reworded', changed_at = now() where thread_id = ${id}`)
  expect(reworded.numAffectedRows).toBe(0n)
  await expect(as(doctor, (id) => sql`update comment set by = ${lead.subject.personId} where thread_id = ${id}`)).rejects.toThrow(
    /permission denied/,
  )
})

test('PL17 D6 D19: a mention reaches those who may read the room now, and nobody learns that another was left out', async () => {
  await announce(lead, PlanRoom.options)
  await announce(doctor, ['core', 'health'])
  await announce(teacher, ['core'])
  const named = [lead, doctor, teacher].map(({ subject }) => subject.personId)
  const thread = await start(doctor, 'a-word-that-stays-here', named)
  expect(thread.comments[0]?.mentions).toEqual(named)
  const told = await eventsOf('mreza.plans.comment.mentioned.v1')
  expect(told.map(({ audience }) => [...audience.personIds].sort())).toEqual([[lead, doctor].map(({ subject }) => subject.personId).sort()])
  expect(JSON.stringify(told)).not.toContain('a-word-that-stays-here')
  await start(doctor, 'only for who may not', [teacher.subject.personId])
  expect(await eventsOf('mreza.plans.comment.mentioned.v1')).toHaveLength(1)
})

test('PL17: where one person of an institution alone takes part, a colleague of theirs is not reached', async () => {
  const { institutionId } = teacher.subject
  const psychologist = await world.member([], { institutionId, sector: 'education' })
  await sql`insert into plans.member (membership_id, person_id, institution_id, roles)
    values (${psychologist.session.membershipId}, ${psychologist.subject.personId}, ${institutionId}, '{practitioner}')`.execute(
    world.database.admin,
  )
  await sql`insert into plans.holder (participation_id, case_id, institution_id, person_id, sections, ended) values
    (gen_random_uuid(), ${world.caseId}, ${institutionId}, ${psychologist.subject.personId}, '{core,health}', false)`.execute(
    world.database.admin,
  )
  await start(doctor, 'to both of the school', [teacher.subject.personId, psychologist.subject.personId])
  const told = await eventsOf('mreza.plans.comment.mentioned.v1')
  expect(told.at(-1)?.audience.personIds).toEqual([psychologist.subject.personId])
})

test('PL17 D11: a repeated request has its effect once, and what is kept to answer it holds no word', async () => {
  const twice = personClient(plansOperations, world.instance.service.door, 'plans', doctor.session, () => 'the-same-key')
  const ask = () => twice.startThread({ planId, room: 'health', anchor: inHealth, text: 'said only once', mentions: [] })
  const first = await ask()
  expect(await ask()).toEqual(first)
  const { rows } = await sql<{ all: string }>`select string_agg(answer::text, '') as all from plans.idempotency`.execute(
    world.database.admin,
  )
  expect(rows[0]?.all).toContain(first.id)
  expect(rows[0]?.all).not.toContain('said only once')
})

test('PL17: who wrote which letter follows from the number, in the rooms that are open and in no other', async () => {
  const client = new LiveClient(doctor, planId, 'health')
  await client.join(world.instance.address)
  appendParagraphs(proseOf(client.doc, 'area-health'), 'by the doctor')
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  const writers = await lead.calls.readWriters({ planId, room: 'health' })
  const { personId, institutionId } = doctor.subject
  expect(writers).toContainEqual({ clientId: client.doc.clientID, personId, institutionId })
  await expect(teacher.calls.readWriters({ planId, room: 'health' })).rejects.toMatchObject({ code: 'not-found' })
  client.leave()
})

test('PL17: a word among instances that nobody of ours wrote ends nothing, and tells nobody of what is closed to them', async () => {
  const forger = openBus({ servers: world.bus.broker.url, name: 'forger' })
  const pages = { doctor: await openPage(world.instance, doctor, planId), teacher: await openPage(world.instance, teacher, planId) }
  const heard = ({ told }: Page) => told.slice(PlanNews.options.length)
  await eventually(() => expect([pages.doctor.told, pages.teacher.told].map(({ length }) => length)).toEqual([4, 4]))
  const forged = [
    'no words',
    '{"news":"comments"}',
    '{"news":"comments","room":"health","to":"everybody"}',
    '{"news":"secrets"}',
    'null',
    '{"news":"comments","room":"health"}',
  ]
  await eventually(() => expect(forger.status()).toBe('up'))
  for (const word of forged) forger.signal(`plans.news.${planId}`, word)
  await eventually(() => expect(heard(pages.doctor)).toEqual(['comments']))
  forger.signal(`plans.news.${planId}`, '{"news":"versions"}')
  await eventually(() => expect(heard(pages.teacher)).toEqual(['versions']))
  expect(heard(pages.doctor)).not.toContain('secrets')
  for (const page of Object.values(pages)) page.leave()
  await forger.close()
})

test('PL1 PL17: who has no part in the case, or a session that is over, is told nothing of its plan', async () => {
  const stranger = await world.member([])
  const over = await world.member(['core'])
  await over.session.revoke()
  for (const who of [stranger, over]) {
    const page = await openPage(world.instance, who, planId)
    await page.ended
    expect(page.told).toEqual([])
  }
})

test('PL11 PL17 T03: an open page hears of what is open to it, and ends within a second of its right', async () => {
  const second = await world.another()
  const pages = { lead: await openPage(second, lead, planId), teacher: await openPage(world.instance, teacher, planId) }
  await eventually(() => {
    expect(pages.lead.told.slice(0, 4)).toEqual(PlanNews.options)
    expect(pages.teacher.told.slice(0, 4)).toEqual(PlanNews.options)
  })
  await start(doctor, 'news of the health room')
  const heard = (page: Page) => page.told.filter((news) => news === 'comments').length
  await eventually(() => expect(heard(pages.lead)).toBe(2))
  const core = about({ in: 'wishes' })
  await lead.calls.startThread({ planId, room: 'core', anchor: core, text: 'news of the core room' })
  await eventually(() => expect(heard(pages.lead)).toBe(3))
  await eventually(() => expect(heard(pages.teacher)).toBe(2))
  await teacher.endParticipation()
  await pages.teacher.ended
  await lead.session.revoke()
  await pages.lead.ended
})
