import type { PlanId } from '@mreza/contracts-kernel'
import { PlanRoom } from '@mreza/contracts-plans'
import { appendParagraphs, proseOf } from '@mreza/plan-document'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { compactRoom } from '../live/compact-room.ts'
import { type Member, openWorld, planOf, type World } from '../service-for-tests.ts'
import type { PlansTables } from '../store/tables.ts'
import { writeIn } from '../whole-plan-for-tests.ts'
import { dropOldPoints, keepPoints } from './keep-points.ts'

let world: World
let lead: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(PlanRoom.options, { roles: ['coordinator'] })
  planId = await planOf(world, lead)
})
afterAll(() => world.dispose())
beforeEach(async () => {
  await sql`delete from plans.version where kind = 'automatic'`.execute(world.database.admin)
})

const worker = () => world.database.pools<PlansTables>('plans').worker
/** So many minutes from now. */
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const points = async () => (await lead.calls.listVersions({ planId })).filter(({ kind }) => kind === 'automatic')
const inPoints = async (word: string): Promise<boolean> => {
  const { rows } = await sql<{ state: Buffer }>`select state from plans.version_room`.execute(world.database.admin)
  return Buffer.concat(rows.map(({ state }) => state)).includes(word)
}
const clear = (room: PlanRoom, place: 'area-return' | 'area-safety') =>
  writeIn(world, lead, planId, room, (doc) => proseOf(doc, place).delete(0, proseOf(doc, place).length))

test('PL19: an automatic point is made in a pause by nobody, once for a change, also by two instances at once', async () => {
  await writeIn(world, lead, planId, 'core', (doc) => appendParagraphs(proseOf(doc, 'area-return'), 'first'))
  expect(await keepPoints(worker(), inMinutes(1))).toEqual([])
  const made = await Promise.all([keepPoints(worker(), inMinutes(5)), keepPoints(worker(), inMinutes(5))])
  expect(made.flat()).toEqual([planId])
  expect(await points()).toMatchObject([{ by: null, institutionId: null, number: null, hash: null, writers: [lead.subject.institutionId] }])
  expect(await keepPoints(worker(), inMinutes(30))).toEqual([])
})

test('PL19: who wrote is known although the log was compacted away meanwhile', async () => {
  const school = await world.member(['core'])
  await keepPoints(worker(), inMinutes(5))
  await writeIn(world, school, planId, 'core', (doc) => appendParagraphs(proseOf(doc, 'area-return'), 'by the school'))
  const { rows } = await sql<{ id: string }>`select id from plans.room where plan_id = ${planId} and room = 'core'`.execute(
    world.database.admin,
  )
  expect(await compactRoom(worker(), rows[0]?.id ?? '', new Date())).toBe(true)
  expect(await keepPoints(worker(), inMinutes(20))).toEqual([planId])
  expect((await points())[0]?.writers).toEqual([school.subject.institutionId])
})

test('T22 PL12: deleted words are gone from automatic points after a day, and no point is made of a plan that rests', async () => {
  await writeIn(world, lead, planId, 'safety', (doc) => appendParagraphs(proseOf(doc, 'area-safety'), 'the-street-4711'))
  await keepPoints(worker(), inMinutes(5))
  await clear('safety', 'area-safety')
  expect(await inPoints('the-street-4711')).toBe(true)
  await keepPoints(worker(), inMinutes(20))
  await dropOldPoints(worker(), inMinutes(24 * 60))
  expect(await inPoints('the-street-4711')).toBe(true)
  await dropOldPoints(worker(), inMinutes(24 * 60 + 6))
  expect(await inPoints('the-street-4711')).toBe(false)
  await dropOldPoints(worker(), inMinutes(24 * 60 + 21))
  expect(await points()).toEqual([])
  expect(await keepPoints(worker(), inMinutes(24 * 60 + 30))).toEqual([])
})

test('T22 PL12: a purge takes automatic points away at once, and leaves the draft that somebody kept', async () => {
  await writeIn(world, lead, planId, 'safety', (doc) => appendParagraphs(proseOf(doc, 'area-safety'), 'the-door-4711'))
  await keepPoints(worker(), inMinutes(5))
  await clear('safety', 'area-safety')
  const kept = await lead.calls.keepVersion({ planId, title: 'kept' })
  expect(await inPoints('the-door-4711')).toBe(true)
  await lead.calls.purgeDeleted({ planId })
  expect(await inPoints('the-door-4711')).toBe(false)
  expect((await lead.calls.listVersions({ planId })).map(({ id }) => id)).toEqual([kept.id])
})

test('T22 PL12: what a conversation quotes is forgotten after a day, and at once with a purge', async () => {
  const place = { in: 'prose', place: 'area-safety' } as const
  const anchor = { place, from: 'AAAA', to: 'AAAA', quote: 'the-window-4711' }
  const start = () => lead.calls.startThread({ planId, room: 'safety', anchor, text: 'Who knows of it?', mentions: [] })
  const quotes = async () => (await lead.calls.listThreads({ planId })).map((thread) => thread.anchor.quote)
  await start()
  await dropOldPoints(worker(), inMinutes(24 * 60 - 1))
  expect(await quotes()).toEqual(['the-window-4711'])
  await dropOldPoints(worker(), inMinutes(24 * 60 + 1))
  expect(await quotes()).toEqual([''])
  await start()
  await lead.calls.purgeDeleted({ planId })
  expect(await quotes()).toEqual(['', ''])
})
