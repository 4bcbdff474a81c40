import { setTimeout as sleep } from 'node:timers/promises'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { percentile, tellFigures } from '../figures.ts'
import { randomOf } from '../random.ts'
import { size } from '../size.ts'
import { Spares } from './plans-process.ts'
import { WritingRoom } from './writing-room.ts'

const kills = size(200, 2_000)
const writers = 8
/** Each takes its part, so that no document grows without end. */
const rooms = ['core', 'safety', 'health', 'legal'] as const
/** Milliseconds that a process lives, at most, after so many writers as chance will have it have come. */
const longestLife = 200

let world: World
let spares: Spares
let members: Member[]

beforeAll(async () => {
  world = await openWorld()
  spares = await Spares.keep(world, 2)
  members = await Promise.all(Array.from({ length: writers }, () => world.member(rooms)))
})
afterAll(async () => {
  await spares.dispose()
  await world.dispose()
})

test(`T12 PL7: ${kills} processes killed at random points under ${writers} writers: all that was shown as saved is there once, all replicas are one`, async () => {
  const random = randomOf('T12')
  const away: number[] = []
  let acknowledged = 0
  for (const room of rooms) {
    const writing = await WritingRoom.open({ world, members, room, random })
    let serving = spares.next()
    writing.begin(async () => (await serving).address)
    for (let kill = 0; kill < kills / rooms.length; kill += 1) {
      const victim = await serving
      const enough = random.below(writers + 1)
      await eventually(() => expect(writing.present).toBeGreaterThanOrEqual(enough))
      await sleep(random.below(longestLife))
      serving = spares.next()
      await victim.kill()
      await writing.expectKept()
    }
    expect(writing.shown.length).toBeGreaterThan(0)
    await writing.settle((await serving).address)
    await (await serving).kill()
    away.push(...writing.away)
    acknowledged += writing.shown.length
  }
  tellFigures('T12', {
    kills,
    acknowledged,
    'back after, ms, p50': Math.round(percentile(away, 50)),
    p99: Math.round(percentile(away, 99)),
  })
})
