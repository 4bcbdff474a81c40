import { setTimeout as sleep } from 'node:timers/promises'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { percentile, tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { Spares } from './plans-process.ts'
import { WritingRoom } from './writing-room.ts'

const kills = size(200, 2_000)
const writers = 8
const room = 'core'
/** So many in one plan, so that no document grows without end. */
const killsOfPlan = 20
const longestWait = 200
const mostWords = 20
/** Milliseconds; only against what hangs. */
const patience = 120_000

let world: World
let spares: Spares
let members: Member[]

beforeAll(async () => {
  world = await openWorld()
  spares = await Spares.keep(world, 2)
  members = await Promise.all(Array.from({ length: writers }, () => world.member([room])))
})
afterAll(async () => {
  await spares.dispose()
  await world.dispose()
})

/** A while after the process is there, after so many writers have come, or after so many words were shown as saved. */
const someMoment = async (writing: WritingRoom, random: Random): Promise<void> => {
  const until = random.pick(['a while', 'writers', 'words'] as const)
  const present = random.below(writers + 1)
  const shown = writing.shown.length + random.below(mostWords)
  if (until === 'writers') await eventually(() => expect(writing.present).toBeGreaterThanOrEqual(present), patience)
  if (until === 'words') await eventually(() => expect(writing.shown.length).toBeGreaterThanOrEqual(shown), patience)
  await sleep(random.below(longestWait))
}

test(`T12 PL7: ${kills} processes killed at random points under ${writers} writers: all that was shown as saved is there once, all replicas are one`, async () => {
  const random = randomOf('T12')
  const away: number[] = []
  let acknowledged = 0
  for (let plan = 0; plan < kills / killsOfPlan; plan += 1) {
    const writing = await WritingRoom.open({ world, members, room, random })
    let serving = spares.next()
    writing.begin(async () => (await serving).address)
    for (let kill = 0; kill < killsOfPlan; kill += 1) {
      const victim = await serving
      await someMoment(writing, random)
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
