import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instance, type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { randomOf } from '../random.ts'
import { size } from '../size.ts'
import { WritingRoom } from './writing-room.ts'

const kills = size(5, 50)
const writers = 8
const longestAway = size(1_500, 10_000)

let world: World
let members: Member[]
let second: Instance

beforeAll(async () => {
  world = await openWorld()
  members = await Promise.all(Array.from({ length: writers }, () => world.member(['core'])))
  second = await world.another()
})
afterAll(() => world.dispose())

test(`D21 PL7: the broker is killed ${kills} times under two instances that write in one room: people write on, nothing is lost, all replicas are one`, async () => {
  const random = randomOf('the broker killed')
  const writing = await WritingRoom.open({ world, members, room: 'core', random })
  for (const [at, writer] of writing.writers.entries()) writer.begin(async () => (at % 2 === 0 ? world.instance : second).address)
  let withoutBroker = 0
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(random.below(500))
    await world.bus.broker.kill()
    const before = writing.shown.length
    if (random.oneIn(2)) await world.bus.broker.loseStore()
    await sleep(500 + random.below(longestAway - 500))
    await writing.expectKept()
    withoutBroker += writing.shown.length - before
    await world.bus.broker.start()
  }
  await writing.settle(world.instance.address)
  expect(withoutBroker).toBeGreaterThan(0)
  for (const { client } of writing.writers) expect(client.line.closes).toEqual([0])
  tellFigures('the broker killed', { kills, acknowledged: writing.shown.length, 'of them without it': withoutBroker })
})
