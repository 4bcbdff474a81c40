import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, makeSmallVolume, type PostgresServer, startPostgres } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { randomOf } from '../random.ts'
import { size } from '../size.ts'
import { type PlansProcess, Spares } from './plans-process.ts'
import { WritingRoom } from './writing-room.ts'

const fillings = size(5, 50)
const writers = 8
const megabytes = 128
const longestFull = 500
/** How a page may see it: told so, turned away at the door (before the upgrade), or of its own accord. */
const clean: readonly (string | number)[] = ['storageUnavailable', 1006, 0]

const volume = await makeSmallVolume(megabytes)
if (volume === null) process.stdout.write('T48: not run, since a small volume can be made by root alone\n')

let postgres: PostgresServer
let world: World
let spares: Spares
let members: Member[]
let serving: PlansProcess

beforeAll(async () => {
  if (volume === null) return
  postgres = await startPostgres({ durable: true, volume: volume.folder })
  world = await openWorld(postgres.adminUrl)
  spares = await Spares.keep(world, 0)
  members = await Promise.all(Array.from({ length: writers }, () => world.member(['core'])))
  serving = await spares.next()
})
afterAll(async () => {
  if (volume === null) return
  await spares.dispose()
  await world.dispose()
  await postgres.stop()
  await volume.remove()
})

const toldSo = (writing: WritingRoom): number =>
  writing.writers.flatMap(({ client }) => client.line.closes).filter((code) => code === 'storageUnavailable').length

test.skipIf(volume === null)(
  `T48 PL7: the disk of PostgreSQL is full ${fillings} times under ${writers} writers: nothing is shown as saved that is not on it, lines end with a reason, and with space all comes together again`,
  async () => {
    const random = randomOf('T48')
    const writing = await WritingRoom.open({ world, members, room: 'core', random })
    writing.begin(async () => serving.address)
    for (let filling = 0; filling < fillings; filling += 1) {
      await eventually(() => expect(writing.present).toBe(writers))
      await sleep(random.below(longestFull))
      const before = toldSo(writing)
      await volume?.fill()
      await eventually(() => expect(toldSo(writing)).toBeGreaterThan(before))
      await sleep(random.below(longestFull))
      expect(writing.unsaved).toBeGreaterThan(0)
      const shown = writing.shown
      await volume?.free()
      await postgres.start()
      await writing.expectKept(shown)
    }
    await writing.settle(serving.address)
    const closes = writing.writers.flatMap(({ client }) => client.line.closes)
    expect(closes.filter((code) => !clean.includes(code))).toEqual([])
    tellFigures('T48', { fillings, acknowledged: writing.shown.length, 'lines ended with a reason': toldSo(writing) })
  },
)
