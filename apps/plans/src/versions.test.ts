import type { PlanId } from '@mreza/contracts-kernel'
import { PlanRoom, type PlanVersion } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { addGoal, appendParagraphs, plainText, proseOf, readPlanContent, roomText, withdrawGoal } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomHash, versionHash } from './domain/version-hash.ts'
import { LiveClient } from './live-client-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'
import type { PlansTables } from './store/tables.ts'
import { addWholeGoal, announceMember, writeIn, writeWholeCore } from './whole-plan-for-tests.ts'

let world: World
let lead: Member
let school: Member
let health: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(PlanRoom.options, { roles: ['coordinator'] })
  school = await world.member(['core'], { roles: ['practitioner'] })
  health = await world.member(['core', 'health'], { roles: ['practitioner'] })
  planId = await planOf(world, lead)
  await announceMember(world, health, ['core', 'health'])
})
afterAll(() => world.dispose())

const documentOf = (state: string): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  return doc
}
const events = async (subject: string) => {
  const { rows } = await sql<{
    data: Record<string, unknown>
  }>`select data from plans.outbox where subject = ${subject} order by id`.execute(world.database.admin)
  return rows.map(({ data }) => data)
}
const audited = async (action: string): Promise<number> => {
  const { rows } = await sql`select from plans.audit_entry where action = ${action}`.execute(world.database.admin)
  return rows.length
}
const pools = () => world.database.pools<PlansTables>('plans')
/** What the database itself lets this person do, whatever the service says. */
const asPerson = <R>(member: Member, work: (trx: Transaction<PlansTables>) => Promise<R>): Promise<R> =>
  pools()
    .runtime.transaction()
    .execute(async (trx) => {
      await sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`.execute(trx)
      return work(trx)
    })

test('PL19: a plan is approved only when nothing binding is missing in any room; of closed rooms only that is told', async () => {
  await writeIn(world, lead, planId, 'core', (doc) => writeWholeCore(doc, school.subject.institutionId))
  await writeIn(world, lead, planId, 'health', (doc) => {
    addGoal(doc, { area: 'area-health', phase: 'crisis', outcome: 'health-goal-word' })
  })
  const manager = await world.member(['core'], { roles: ['coordinator'] })
  const told = await manager.calls.checkApproval({ planId })
  expect(told.closedIncomplete).toEqual(['health'])
  expect(told.gaps.filter(({ gap }) => gap.binding)).toEqual([])
  expect(JSON.stringify(told)).not.toContain('health-goal-word')
  const whole = await lead.calls.checkApproval({ planId })
  expect(whole.gaps.filter(({ gap, room }) => gap.binding && room === 'health').map(({ gap }) => gap.kind)).toEqual([
    'goal-without-indicator',
    'goal-without-activity',
  ])
  await expect(manager.calls.approvePlan({ planId })).rejects.toMatchObject({ code: 'plan-not-complete' })
  await expect(school.calls.approvePlan({ planId })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(school.calls.checkApproval({ planId })).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await lead.calls.listVersions({ planId })).toEqual([])
})

let approved: PlanVersion

test('PL19: approving freezes all rooms, numbered, with a hash that anybody can count again; two at once give one', async () => {
  await writeIn(world, lead, planId, 'health', (doc) => {
    const [goal] = readPlanContent(doc, 'health').goals
    if (goal !== undefined) withdrawGoal(doc, goal.id)
    addWholeGoal(doc, { area: 'area-health', outcome: 'whole-health-word', by: health.subject.institutionId })
    appendParagraphs(proseOf(doc, 'area-health'), 'health-prose-word')
  })
  const colleague = await world.member(['core'], { roles: ['coordinator'] })
  const [one, two] = await Promise.all([lead.calls.approvePlan({ planId }), colleague.calls.approvePlan({ planId })])
  expect(one.id).toBe(two.id)
  const all = await lead.calls.listVersions({ planId })
  expect(all.map(({ number }) => number)).toEqual([1])
  approved = all[0] as PlanVersion
  const { version, rooms } = await lead.calls.readVersion({ versionId: approved.id })
  expect(rooms.map(({ room }) => room)).toEqual([...PlanRoom.options])
  for (const { room, state, hash, salt } of rooms)
    expect(roomHash(Buffer.from(salt, 'hex'), roomText(documentOf(state), room)).toString('hex')).toBe(hash)
  expect(new Set(rooms.map(({ salt }) => salt)).size).toBe(rooms.length)
  expect(versionHash(rooms.map(({ hash }) => Buffer.from(hash, 'hex'))).toString('hex')).toBe(version.hash)
  expect(version).toMatchObject({ kind: 'approved', participation: 'took-part' })
  expect(version.writers).toEqual([lead.subject.institutionId])
})

test('PL20: those who carry an open activity are asked, and each signs off once, with or without a reservation', async () => {
  const asked = [school.subject.institutionId, health.subject.institutionId].sort()
  expect(approved.asked).toEqual(asked)
  expect(await events('mreza.plans.plan.approved.v1')).toMatchObject([
    { versionId: approved.id, number: 1, audience: { institutionIds: asked } },
  ])
  const versionId = approved.id
  const signed = await school.calls.signOffVersion({ versionId, reservation: 'reservation-word' })
  expect(signed.signOffs).toMatchObject([{ institutionId: school.subject.institutionId, reservation: 'reservation-word' }])
  await expect(school.calls.signOffVersion({ versionId, reservation: null })).rejects.toMatchObject({ code: 'already-signed-off' })
  await expect(lead.calls.signOffVersion({ versionId, reservation: null })).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await health.calls.signOffVersion({ versionId, reservation: null })).signOffs).toHaveLength(2)
  const told = await events('mreza.plans.version.signed-off.v1')
  expect(told.map(({ withReservation }) => withReservation)).toEqual([true, false])
  expect(JSON.stringify(told)).not.toContain('reservation-word')
  expect(await audited('sign-off-plan')).toBe(2)
})

test('PL2 PL19: of a closed room a version gives nothing: no state, no hash, nobody who wrote in it or carries anything there', async () => {
  const { version, rooms } = await school.calls.readVersion({ versionId: approved.id })
  expect(rooms.map(({ room }) => room)).toEqual(['core'])
  expect(version.asked).toEqual([school.subject.institutionId])
  const seen = Buffer.concat(rooms.map(({ state }) => Buffer.from(state, 'base64')))
  expect(seen.includes('core-word')).toBe(true)
  expect(seen.includes('health-prose-word')).toBe(false)
  const stored = await asPerson(school, (trx) =>
    trx.selectFrom('version_room').select('room').where('version_id', '=', approved.id).execute(),
  )
  expect(stored).toEqual([{ room: 'core' }])
  const stranger = await world.member(['health'])
  await expect(stranger.calls.readVersion({ versionId: approved.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(stranger.calls.listVersions({ planId })).rejects.toMatchObject({ code: 'not-found' })
})

test('PL19: what was approved stays as it is, whatever is written later and whoever asks the database', async () => {
  const before = await lead.calls.readVersion({ versionId: approved.id })
  await writeIn(world, lead, planId, 'core', (doc) => appendParagraphs(proseOf(doc, 'area-education'), 'written-later'))
  expect(await lead.calls.readVersion({ versionId: approved.id })).toEqual(before)
  const { worker } = pools()
  const tables = ['version', 'version_room', 'sign_off', 'copy_handed'] as const
  for (const table of tables) {
    await expect(asPerson(lead, (trx) => sql`delete from ${sql.table(table)}`.execute(trx))).rejects.toThrow(/permission denied/)
    await expect(asPerson(lead, (trx) => sql`update ${sql.table(table)} set case_id = case_id`.execute(trx))).rejects.toThrow(
      /permission denied/,
    )
    await expect(sql`update ${sql.table(table)} set case_id = case_id`.execute(worker)).rejects.toThrow(/permission denied/)
  }
  await sql`delete from version`.execute(worker)
  expect(await lead.calls.listVersions({ planId })).toHaveLength(1)
})

test('PL19 PL20 D1: the rows refuse an approval by who does not lead, a draft by who may not write, a name for somebody else', async () => {
  const row = { plan_id: planId, case_id: world.caseId, title: '', at: new Date().toISOString(), participation: null }
  const review = { hash: Buffer.alloc(32), programme_by: '2027-01-01', law_by: '2027-06-01' }
  const insert = (member: Member, more: object) =>
    asPerson(member, (trx) =>
      trx
        .insertInto('version')
        .values({
          ...row,
          ...review,
          id: newId<'VersionId'>(),
          by: member.subject.personId,
          institution_id: member.subject.institutionId,
          ...more,
        } as never)
        .execute(),
    )
  await expect(insert(school, { kind: 'approved', number: 7 })).rejects.toThrow(/row-level security/)
  await expect(insert(lead, { kind: 'approved', number: 7, by: school.subject.personId })).rejects.toThrow(/row-level security/)
  await expect(insert(await world.member(['health']), { kind: 'kept', number: null })).rejects.toThrow(/row-level security/)
  await lead.calls.narrowRight({ planId, institutionId: health.subject.institutionId, right: 'comment' })
  await expect(insert(health, { kind: 'kept', number: null })).rejects.toThrow(/row-level security/)
  await expect(health.calls.keepVersion({ planId, title: 'mine' })).rejects.toMatchObject({ code: 'not-allowed' })
  await lead.calls.narrowRight({ planId, institutionId: health.subject.institutionId, right: 'write' })
  const signOff = { version_id: approved.id, case_id: world.caseId, at: row.at, reservation: null }
  const signAs = (member: Member, by: Member) =>
    asPerson(member, (trx) =>
      trx
        .insertInto('sign_off')
        .values({ ...signOff, institution_id: by.subject.institutionId, person_id: by.subject.personId })
        .execute(),
    )
  await expect(signAs(lead, lead)).rejects.toThrow(/row-level security/)
  await expect(signAs(school, health)).rejects.toThrow(/row-level security/)
})

test('PL19: a draft is kept under a name with the institutions that wrote since, room by room', async () => {
  await writeIn(world, health, planId, 'health', (doc) => appendParagraphs(proseOf(doc, 'area-health'), 'by-health'))
  await writeIn(world, school, planId, 'core', (doc) => appendParagraphs(proseOf(doc, 'area-education'), 'by-school'))
  const kept = await lead.calls.keepVersion({ planId, title: 'before the conference' })
  expect(kept).toMatchObject({ kind: 'kept', number: null, hash: null, title: 'before the conference', asked: [] })
  expect(kept.writers).toEqual([lead, school, health].map(({ subject }) => subject.institutionId).sort())
  const [seen] = await school.calls.listVersions({ planId })
  expect(seen?.writers).toEqual([lead, school].map(({ subject }) => subject.institutionId).sort())
  await expect(school.calls.signOffVersion({ versionId: kept.id, reservation: null })).rejects.toMatchObject({ code: 'not-found' })
})

test('PL19: what is left as it was can be approved again, with the next number; who was given a copy is written down', async () => {
  const next = await lead.calls.approvePlan({ planId })
  expect(next.number).toBe(2)
  expect((await lead.calls.approvePlan({ planId })).id).toBe(next.id)
  await sql`update plans.version set at = at - interval '2 hours'`.execute(world.database.admin)
  expect(await lead.calls.approvePlan({ planId })).toMatchObject({ number: 3, hash: next.hash })
  const handed = { versionId: next.id, language: 'sr-Cyrl' as const, largePrint: true, on: '2026-11-21', note: 'read aloud' }
  expect((await school.calls.recordCopyHanded(handed)).copies).toEqual([
    { language: 'sr-Cyrl', largePrint: true, on: '2026-11-21', by: school.subject.personId, note: 'read aloud' },
  ])
  expect(await audited('hand-plan-copy')).toBe(1)
})

test('PL19: people go on writing while a plan is approved; what is frozen is one moment, and the rest is in the draft after it', async () => {
  const client = new LiveClient(school, planId, 'core')
  await client.join(world.instance.address)
  const text = proseOf(client.doc, 'area-documents')
  let written = 0
  const writing = setInterval(() => {
    appendParagraphs(text, `line ${written}`)
    written += 1
  }, 5)
  await eventually(() => expect(written).toBeGreaterThan(20))
  const { id } = await lead.calls.approvePlan({ planId })
  const atApproval = written
  await eventually(() => expect(written).toBeGreaterThan(atApproval + 20))
  clearInterval(writing)
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  client.leave()
  const { rooms } = await lead.calls.readVersion({ versionId: id })
  const frozen = plainText(proseOf(documentOf(rooms[0]?.state ?? ''), 'area-documents')).split('\n')
  expect(frozen).toEqual(frozen.map((_, at) => `line ${at}`))
  expect(frozen.length).toBeLessThan(written)
})
