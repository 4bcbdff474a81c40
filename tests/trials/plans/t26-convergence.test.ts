import { setTimeout as sleep } from 'node:timers/promises'
import { appendParagraphs, PlanContent, proseOf, readPlanContent } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { type Instance, type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { anyEdits } from '../../../libs/plan-document/src/any-edits-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomFrom, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { FaultyLine } from './faulty-line.ts'
import { type OwnPlan, planOfItsOwn } from './plan-of-its-own.ts'
import { roomIdOf, storedDoc } from './stored-room.ts'
import { hashOf, wordOf } from './words.ts'

const runs = size(200, 2_000)
/** One after the other in one plan: it is not always an empty one in which people begin. */
const runsOfPlan = 5
const people = 5
const atOnce = 4
const room = 'core'
const fewestSteps = 20
const moreSteps = 30
/** Written by somebody who has no right any more. */
const forbidden = wordOf(people, 0)
// Each of y-websocket's providers listens for the end of the process.
process.setMaxListeners(4 * people * atOnce)
/** Seeds of plans that failed once. */
const pinned: readonly number[] = [2_099_001_327, 2_855_862_074, 2_969_510_125, 3_852_470_480]

let world: World
let second: Instance
let groups: readonly (readonly Member[])[]
const counts = { edits: 0, revoked: 0, 'lines broken': 0 }

beforeAll(async () => {
  world = await openWorld()
  second = await world.another()
  groups = await Promise.all(Array.from({ length: atOnce }, () => Promise.all(Array.from({ length: people }, () => world.member([room])))))
})
afterAll(() => world.dispose())

interface Person {
  readonly client: LiveClient
  readonly line: FaultyLine
}

const comeBack = async ({ client, line }: Person, random: Random): Promise<void> => {
  counts['lines broken'] += 1
  const { address } = random.pick([world.instance, second])
  await eventually(() => line.join(address))
  expect(client.doc.clientID).toBe(client.clientId)
}

/** Somebody edits, or the line of somebody breaks, or who is away comes back. */
const step = async (person: Person, random: Random): Promise<void> => {
  if (!person.line.isUp && random.oneIn(2)) await comeBack(person, random)
  else if (random.oneIn(15)) person.client.leave()
  random.pick(anyEdits)(person.client.doc, random.below(1_000))
  counts.edits += 1
  if (random.oneIn(2)) await sleep(random.below(4))
}

/** The part of the last one in the case is ended. Their line is closed, and what they write from then on goes nowhere. */
const revoke = async ({ client, line }: Person, { endings }: OwnPlan): Promise<void> => {
  counts.revoked += 1
  await endings.at(-1)?.()
  await eventually(() => expect(line.isUp).toBe(false))
  appendParagraphs(proseOf(client.doc, 'area-family'), forbidden)
  await expect(line.join(world.instance.address)).rejects.toThrow()
}

/** What was sent over a bad line may end it even when it is good again. */
const allOnGoodLines = async (staying: readonly Person[]): Promise<void> => {
  for (const { line } of staying) {
    if (line.isUp) continue
    await line.join(world.instance.address)
    line.heal()
  }
}

const expectOne = async (roomId: string, staying: readonly Person[]): Promise<void> => {
  await eventually(async () => {
    await allOnGoodLines(staying)
    const hashes = new Set(staying.map(({ client }) => hashOf(client.doc, room)))
    expect([...hashes]).toHaveLength(1)
    for (const { client } of staying) expect(client.doc.store.pendingStructs).toBeNull()
  })
  const stored = await storedDoc(world, roomId)
  for (const { client } of staying) expect(hashOf(client.doc, room)).toBe(hashOf(stored, room))
  for (const doc of [stored, ...staying.map(({ client }) => client.doc)])
    expect(PlanContent.safeParse(readPlanContent(doc, room)).success).toBe(true)
  expect(JSON.stringify(readPlanContent(stored, room))).not.toContain(forbidden)
}

/** People edit over bad lines, and then over good ones; in the last run of a plan somebody may be sent away meanwhile. */
const runOnce = async (all: readonly Person[], plan: OwnPlan, random: Random, isLast: boolean): Promise<readonly Person[]> => {
  const steps = fewestSteps + random.below(moreSteps)
  const revokedAt = isLast && random.oneIn(2) ? random.below(steps) : steps
  let staying = all
  for (let at = 0; at < steps; at += 1) {
    const [last] = all.slice(-1)
    if (at === revokedAt && last !== undefined) {
      staying = all.slice(0, -1)
      await revoke(last, plan)
    }
    await step(random.pick(staying), random)
  }
  for (const { line } of staying) line.heal()
  return staying
}

const runPlan = async (members: readonly Member[], seed: number): Promise<void> => {
  const random = randomFrom(seed)
  const plan = await planOfItsOwn(world, members, [room])
  const roomId = await roomIdOf(world, plan.planId, room)
  const all = members.map((member) => {
    const client = new LiveClient(member, plan.planId, room)
    return { client, line: new FaultyLine(client, random) }
  })
  for (const { line } of all) await line.join(random.pick([world.instance, second]).address)
  for (let run = 1; run <= runsOfPlan; run += 1) {
    for (const { line } of all) line.spoil()
    await expectOne(roomId, await runOnce(all, plan, random, run === runsOfPlan))
  }
  for (const { client } of all) client.leave()
}

test(`T26 PL15: ${runs} times ${people} people edit at random over lines that lose, double and reorder, the right of some ends: all read the same valid plan`, async () => {
  const random = randomOf('T26')
  const seeds = [...pinned, ...Array.from({ length: runs / runsOfPlan }, () => random.below(2 ** 32))]
  await Promise.all(
    groups.map(async (members, lane) => {
      for (let at = lane; at < seeds.length; at += atOnce) {
        const seed = seeds[at] ?? 0
        await runPlan(members, seed).catch((cause: unknown) => {
          throw new Error(`the plan with the seed ${seed} failed`, { cause })
        })
      }
    }),
  )
  tellFigures('T26', { runs, ...counts })
})
