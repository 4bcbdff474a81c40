import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compactRoom } from '../../../apps/plans/src/live/compact-room.ts'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { loadRoom } from '../../../apps/plans/src/store/room-log.ts'
import type { PlansTables } from '../../../apps/plans/src/store/tables.ts'
import { tellFigures } from '../figures.ts'
import { randomOf } from '../random.ts'
import { size } from '../size.ts'
import { type CompactionStep, compactionSteps, holdAt, learnToWait } from './held-steps.ts'
import { planOfItsOwn } from './plan-of-its-own.ts'
import { Spares } from './plans-process.ts'
import { roomIdOf, storedDoc } from './stored-room.ts'
import { hashOf } from './words.ts'
import { Writer } from './writer.ts'

const times = size(5, 50)
const room = 'core'
const editsBetween = 20

let world: World
let spares: Spares
let member: Member

beforeAll(async () => {
  world = await openWorld()
  await learnToWait(world)
  spares = await Spares.keep(world, 2)
  member = await world.member([room])
})
afterAll(async () => {
  await spares.dispose()
  await world.dispose()
})

/** A room that is open and written in all the time. */
const openRoom = async (seed: number) => {
  const { planId } = await planOfItsOwn(world, [member], [room])
  const roomId = await roomIdOf(world, planId, room)
  const writer = new Writer({ number: 0, member, planId, room, seed })
  await writer.client.join(world.instance.address)
  const write = async () => {
    for (let edit = 0; edit < editsBetween; edit += 1) writer.edit()
    await eventually(() => expect(writer.client.saved.count.unsaved).toBe(0))
  }
  return { planId, roomId, writer, write }
}

const stored = async (roomId: string) => hashOf(await storedDoc(world, roomId), room)

const compactNow = (roomId: string) => compactRoom(world.database.pools<PlansTables>('plans').worker, roomId, new Date())

/** Nothing but the snapshot is left, and running it again changes nothing. */
const expectCompacted = async (roomId: string): Promise<void> => {
  const { worker } = world.database.pools<PlansTables>('plans')
  const once = await loadRoom(worker, roomId)
  expect(once.tail).toEqual([])
  expect(await compactNow(roomId)).toBe(true)
  expect(await loadRoom(worker, roomId)).toEqual(once)
}

const killAt = async (roomId: string, step: CompactionStep): Promise<void> => {
  const process = await spares.next()
  await holdAt(
    world,
    step,
    () => void process.compact(roomId),
    () => process.kill(),
  )
}

for (const step of compactionSteps)
  test(`T25 PL12: a compaction killed ${times} times at "${step}" leaves the same document, snapshot and log together; the next one finishes it`, async () => {
    const random = randomOf(`T25 ${step}`)
    const { planId, roomId, writer, write } = await openRoom(random.below(2 ** 32))
    let left = 0
    for (let time = 0; time < times; time += 1) {
      await write()
      const hash = hashOf(writer.client.doc, room)
      expect(await stored(roomId)).toBe(hash)
      await killAt(roomId, step)
      expect(await stored(roomId)).toBe(hash)
      left += (await sql`select from plans.room_update where room_id = ${roomId}`.execute(world.database.admin)).rows.length
      await write()
      expect(await compactNow(roomId)).toBe(true)
      expect(await stored(roomId)).toBe(hashOf(writer.client.doc, room))
      await expectCompacted(roomId)
    }
    // Killed while committing, it is done all the same; earlier, nothing is.
    expect(left > 0).toBe(step !== 'committing')
    const newcomer = new LiveClient(member, planId, room)
    await newcomer.join(world.instance.address)
    expect(hashOf(newcomer.doc, room)).toBe(hashOf(writer.client.doc, room))
    expect(writer.client.line.closes).toEqual([])
    for (const client of [newcomer, writer.client]) client.leave()
    tellFigures(`T25 ${step}`, { kills: times, 'edits meanwhile': writer.edits.length })
  })
