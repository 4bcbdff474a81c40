import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { isLong, size } from '../size.ts'
import { type PlansProcess, Spares } from './plans-process.ts'
import { openStaleLine } from './stale-line.ts'
import { wordOf } from './words.ts'
import { WritingRoom } from './writing-room.ts'

const stops = size(10, 100)
const shortestStop = 1_000
const longestStop = size(6_000, 60_000)
const writers = 8
const room = 'core'
/** In the words of stale lines where others have the writer's number. */
const [stale, newer] = [100, 101]

let world: World
let spares: Spares
let members: Member[]
let latecomer: Member

beforeAll(async () => {
  world = await openWorld()
  spares = await Spares.keep(world, 0)
  members = await Promise.all(Array.from({ length: writers }, () => world.member([room])))
  latecomer = await world.member([room])
})
afterAll(async () => {
  await spares.dispose()
  await world.dispose()
})

/** Milliseconds; short ones are more frequent. */
const stopOf = (random: Random): number => shortestStop + Math.floor((longestStop - shortestStop) * (random.below(1_000) / 1_000) ** 3)

/** Stops the instance in which everybody writes, lets all go on in the other, and wakes it. What the stale line was told in the end. */
const stopOnce = async (
  writing: WritingRoom,
  stop: number,
  random: Random,
  instances: { here: PlansProcess; moveOn: () => PlansProcess },
) => {
  const line = await openStaleLine(writing, latecomer, instances.here.address)
  await sleep(random.below(300))
  instances.here.stop()
  const woken = sleep(random.below(500) + stopOf(random))
  line.speak(wordOf(stale, stop))
  const there = instances.moveOn()
  for (const writer of writing.writers) writer.drop()
  const overtaken = line.overtake(there.address, wordOf(newer, stop))
  await woken
  await writing.expectKept()
  instances.here.wake()
  await overtaken
  const end = await line.closed
  expect(line.claimsSaved, 'a stale line was told that its words are saved').toBe(false)
  await writing.expectKept()
  return end
}

test(`T14 PL13: an instance stopped ${stops} times while another takes its room over: nothing false is shown as saved, and what the stale one would write is refused`, async () => {
  const random = randomOf('T14')
  const writing = await WritingRoom.open({ world, members, guests: [latecomer], room, random })
  let [here, there] = [await spares.next(), await spares.next()]
  writing.begin(async () => here.address)
  const ends: (string | number)[] = []
  for (let stop = 0; stop < stops; stop += 1) {
    const moveOn = () => {
      ;[here, there] = [there, here]
      return here
    }
    ends.push(await stopOnce(writing, stop, random, { here, moveOn }))
  }
  const refused = ends.filter((end) => end === 'overtaken').length
  // After more than ten seconds the woken instance may know first that it no longer knows the rights of its lines.
  expect(isLong ? ends.filter((end) => end === 'overtaken' || end === 'storageUnavailable').length : refused).toBe(stops)
  await writing.settle(
    here.address,
    ends.map((_end, stop) => wordOf(newer, stop)),
  )
  tellFigures('T14', { stops, 'refused by the fence': refused, acknowledged: writing.shown.length })
})
