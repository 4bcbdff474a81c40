import { setTimeout as sleep } from 'node:timers/promises'
import type { PlanId } from '@mreza/contracts-kernel'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomFrom, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { type ForgetfulInstance, startForgetful } from './forgetful-instance.ts'
import { planOfItsOwn } from './plan-of-its-own.ts'
import { roomIdOf, storedDoc } from './stored-room.ts'
import { hashOf, wordsIn } from './words.ts'
import { Writer } from './writer.ts'

const schedules = size(500, 5_000)
/** At once; each in a room of its own. */
const lanes = 25
const room = 'core'
const steps = 4
const longestPause = 40
/** Milliseconds; only against what hangs. */
const patience = 120_000
// Each of y-websocket's providers listens for the end of the process.
process.setMaxListeners(4 * lanes)

let world: World
let instances: readonly ForgetfulInstance[]
let putAway = 0

beforeAll(async () => {
  world = await openWorld()
  instances = [await startForgetful(world), await startForgetful(world)]
})
afterAll(async () => {
  for (const instance of instances) await instance.stop()
  await world.dispose()
})

/** A room, those who come and go in it, and whoever looks in. */
interface Lane {
  readonly planId: PlanId
  readonly roomId: string
  readonly writers: readonly Writer[]
  readonly visitor: Member
  readonly random: Random
}

const openLane = async (seed: number): Promise<Lane> => {
  const members = await Promise.all([world.member([room]), world.member([room])])
  const { planId } = await planOfItsOwn(world, members, [room])
  const random = randomFrom(seed)
  const writers = members.map((member, number) => new Writer({ number, member, planId, room, seed: random.below(2 ** 32) }))
  return { planId, roomId: await roomIdOf(world, planId, room), writers, visitor: members[0], random }
}

/** Comes to an instance; whatever was shown as saved before is there. */
const join = async (client: LiveClient, { writers, random }: Lane): Promise<void> => {
  const shown = writers.flatMap((writer) => writer.acknowledged)
  await eventually(() => client.join(random.pick(instances).address), patience)
  const found = wordsIn(client.doc, room)
  expect(
    shown.filter((word) => !found.has(word)),
    'a stale room was shown',
  ).toEqual([])
}

const isHere = ({ client }: Writer): boolean => client.provider?.wsconnected === true

/** One thing that happens to somebody in a room. */
const step = async (lane: Lane): Promise<void> => {
  const writer = lane.random.pick(lane.writers)
  if (writer.client.clientId === undefined || (!isHere(writer) && lane.random.oneIn(2))) await join(writer.client, lane)
  writer.edit()
  if (lane.random.oneIn(2)) await sleep(lane.random.below(longestPause))
  if (lane.random.oneIn(2)) writer.drop()
}

/** Comes and goes as chance will have it; in the end the last leaves, the room is put away, and somebody new looks in. */
const runSchedule = async (lane: Lane): Promise<void> => {
  for (let at = 0; at < steps; at += 1) await step(lane)
  if (lane.random.oneIn(3)) for (const writer of lane.writers) if (isHere(writer)) await allSaved(writer)
  for (const writer of lane.writers) writer.drop()
  if (lane.random.oneIn(2)) {
    await eventually(() => expect(instances.some((instance) => instance.remembers(lane.roomId))).toBe(false), patience)
    putAway += 1
  }
  const newcomer = new LiveClient(lane.visitor, lane.planId, room)
  await join(newcomer, lane)
  newcomer.leave()
}

const allSaved = ({ client }: Writer) => eventually(() => expect(client.saved.count.unsaved).toBe(0), patience)

/** Everybody is there at once, and has the same. */
const settle = async (lane: Lane): Promise<number> => {
  for (const { client } of lane.writers) await join(client, lane)
  for (const writer of lane.writers) await allSaved(writer)
  const stored = await storedDoc(world, lane.roomId)
  const typed = lane.writers.flatMap((writer) => writer.typed)
  expect([...wordsIn(stored, room)].sort()).toEqual(typed.map((word) => [word, 1]).sort())
  await eventually(() => {
    for (const { client } of lane.writers) expect(hashOf(client.doc, room)).toBe(hashOf(stored, room))
  }, patience)
  for (const { client } of lane.writers) client.leave()
  return typed.length
}

test(`T24 PL7: ${schedules} schedules of joining, typing, the last one's leaving and rooms put away, at two instances: no room is shown stale, nothing shown as saved is lost`, async () => {
  const random = randomOf('T24')
  const seeds = Array.from({ length: lanes }, () => random.below(2 ** 32))
  const acknowledged = await Promise.all(
    seeds.map(async (seed) => {
      const lane = await openLane(seed)
      for (let at = 0; at < schedules / lanes; at += 1) await runSchedule(lane)
      return settle(lane)
    }),
  )
  tellFigures('T24', { schedules, 'rooms put away': putAway, acknowledged: acknowledged.reduce((sum, words) => sum + words, 0) })
})
