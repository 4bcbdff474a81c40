import { setTimeout as sleep } from 'node:timers/promises'
import { openPools, type Pools } from '@mreza/db'
import { plansService } from '@mreza/plans'
import { type Break, eventually, startTcpProxy, type TcpProxy } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instance, type Member, openWorld, startInstance, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { WritingRoom } from './writing-room.ts'

const cycles = size(10, 100)
const shortestCut = 100
const longestCut = size(5_000, 30_000)
const writers = 8
const room = 'core'
const breaks: readonly Break[] = ['silent', 'deaf', 'mute', 'reset']

let world: World
let members: Member[]
let toDatabase: TcpProxy
let pools: Pools
let instance: Instance
let toInstance: TcpProxy

beforeAll(async () => {
  world = await openWorld()
  members = await Promise.all(Array.from({ length: writers }, () => world.member([room])))
  const direct = new URL(world.database.adminUrl)
  toDatabase = await startTcpProxy(Number(direct.port))
  const url = Object.assign(direct, { port: String(toDatabase.port) }).toString()
  pools = openPools({ url, service: plansService.migrations, passwords: world.database.passwords, max: 4 })
  instance = await startInstance({ pools: <T>() => pools as unknown as Pools<T> }, world.bus)
  toInstance = await startTcpProxy(Number(new URL(instance.address).port))
})
afterAll(async () => {
  await instance.stop()
  await pools.close()
  await toInstance.stop()
  await toDatabase.stop()
  await world.dispose()
})

/**
 * Breaks a line while everybody writes on. Just before it is healed, what is shown as saved is on disk, and what was written since
 * the line broke is shown as unsaved. How much that was.
 */
const cutOnce = async (writing: WritingRoom, line: TcpProxy, random: Random): Promise<number> => {
  const { writers: people } = writing
  line.cut(random.pick(breaks))
  const before = people.map(({ edits }) => edits.length)
  await sleep(shortestCut + Math.floor((longestCut - shortestCut) * (random.below(1_000) / 1_000) ** 2))
  for (const [at, { edits, client }] of people.entries())
    expect(client.saved.count.unsaved).toBeGreaterThanOrEqual(edits.length - (before[at] ?? 0))
  await writing.expectKept()
  const { unsaved } = writing
  line.heal()
  return unsaved
}

for (const [between, lineOf] of [
  ['pages and server', () => toInstance],
  ['server and PostgreSQL', () => toDatabase],
] as const)
  test(`T15 PL7: the line between ${between} breaks ${cycles / 2} times: what is not on disk is shown as unsaved, and all comes together again`, async () => {
    const random = randomOf(`T15 ${between}`)
    const writing = await WritingRoom.open({ world, members, room, random })
    writing.begin(async () => `ws://127.0.0.1:${toInstance.port}`)
    let unsaved = 0
    for (let cycle = 0; cycle < cycles / 2; cycle += 1) {
      await eventually(() => expect(writing.present).toBe(writers))
      await sleep(random.below(1_000))
      unsaved = Math.max(unsaved, await cutOnce(writing, lineOf(), random))
    }
    const began = performance.now()
    await writing.settle(instance.address)
    expect(unsaved).toBeGreaterThan(0)
    tellFigures(`T15 ${between}`, {
      cuts: cycles / 2,
      acknowledged: writing.shown.length,
      'unsaved at most': unsaved,
      'one again after, ms': Math.round(performance.now() - began),
    })
  })
