import { planDocumentVersion } from '@mreza/plan-document'
import { eventually, type PostgresServer, startPostgres } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compactRoom } from '../../../apps/plans/src/live/compact-room.ts'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { openRaw } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import { type Instance, type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import type { PlansTables } from '../../../apps/plans/src/store/tables.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomFrom, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { type Erased, waysToErase } from './erased-words.ts'
import { filesWith, tablesWith } from './leftovers.ts'
import { type OwnPlan, planOfItsOwn } from './plan-of-its-own.ts'
import { roomIdOf } from './stored-room.ts'

const histories = size(200, 2_000)
const room = 'core'
const atOnce = 8
/** Every word that is erased begins like this, and the one that is not like that. */
const [erased, kept] = ['CANARY', 'KEEPER']

let postgres: PostgresServer
let world: World
let cold: Instance
let members: readonly (readonly [Member, Member])[]
const rooms: string[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  world = await openWorld(postgres.adminUrl)
  cold = await world.another()
  const person = () => world.member([room])
  members = await Promise.all(Array.from({ length: atOnce }, async () => [await person(), await person()] as const))
})
afterAll(async () => {
  await world.dispose()
  await postgres.stop()
})

/** Every byte that somebody is sent who comes for the first time, up to the answer that says: this is all. */
const sentToNewcomer = async ({ planId }: OwnPlan, newcomer: Member, address: string): Promise<Buffer> => {
  const ticket = await newcomer.calls.issueTicket({ planId, room, schemaVersion: planDocumentVersion })
  const socket = await openRaw(address, ticket)
  socket.send(Uint8Array.of(0, 0, 1, 0))
  await eventually(() => expect(socket.received.some(([type, step]) => type === 0 && step === 1)).toBe(true))
  socket.end()
  return Buffer.concat(socket.received)
}

/** The words of the plan are in its rows too. */
const projected = ({ planId }: OwnPlan) =>
  eventually(async () => {
    const { rows } = await sql`
      select from plans.room r join plans.room_content c on c.room_id = r.id
      where r.plan_id = ${planId} and r.room = ${room} and c.seq = r.seq`.execute(world.database.admin)
    expect(rows).toHaveLength(1)
  })

/** Types a word in one way and takes it away; who comes then, to this instance or to one that loads the room, is not sent it. */
const runHistory = async (erase: Erased, [author, newcomer]: readonly [Member, Member], random: Random): Promise<void> => {
  const word = `${erased}${Buffer.from(random.bytes(12)).toString('hex')}`
  const plan = await planOfItsOwn(world, [author, newcomer], [room])
  rooms.push(await roomIdOf(world, plan.planId, room))
  const client = new LiveClient(author, plan.planId, room)
  await client.join(world.instance.address)
  const saved = () => eventually(() => expect(client.saved.count.unsaved).toBe(0))
  const takeAway = erase(client.doc, word)
  if (random.oneIn(2)) await saved()
  if (random.oneIn(8)) await projected(plan)
  takeAway()
  await saved()
  const sent = await sentToNewcomer(plan, newcomer, random.pick([world.instance, cold]).address)
  expect(sent.includes(word)).toBe(false)
  expect(sent.includes(word.slice(erased.length))).toBe(false)
  client.leave()
}

/** Something that stays, so that it is known that what is looked for would be found. */
const writeKeeper = async ([author, newcomer]: readonly [Member, Member]): Promise<void> => {
  const plan = await planOfItsOwn(world, [author, newcomer], [room])
  rooms.push(await roomIdOf(world, plan.planId, room))
  const client = new LiveClient(author, plan.planId, room)
  await client.join(world.instance.address)
  waysToErase[0]?.(client.doc, kept)
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  client.leave()
}

const allProjected = () =>
  eventually(async () => {
    const { rows } = await sql`
      select r.id from plans.room r left join plans.room_content c on c.room_id = r.id
      where r.seq > coalesce(c.seq, 0)`.execute(world.database.admin)
    expect(rows).toEqual([])
  }, 60_000)

test(`T22 PL12: ${histories} words typed and taken away in all ways, undo among them: not sent to who comes next, and in no table and no file once the room is compacted`, async () => {
  const random = randomOf('T22')
  const seeds = Array.from({ length: histories }, () => random.below(2 ** 32))
  await Promise.all(
    members.map(async (pair, lane) => {
      for (let at = lane; at < histories; at += atOnce) {
        const erase = waysToErase[at % waysToErase.length]
        if (erase !== undefined) await runHistory(erase, pair, randomFrom(seeds[at] ?? 0))
      }
    }),
  )
  for (const pair of members.slice(0, 1)) await writeKeeper(pair)
  expect(await tablesWith(world.database.admin, erased)).toContain('plans.room_update')
  const { worker } = world.database.pools<PlansTables>('plans')
  for (const roomId of rooms) expect(await compactRoom(worker, roomId, new Date())).toBe(true)
  await allProjected()
  expect(await tablesWith(world.database.admin, erased)).toEqual([])
  expect(await tablesWith(world.database.admin, kept)).toContain('plans.room_snapshot')
  await sql`vacuum full`.execute(world.database.admin)
  await sql`checkpoint`.execute(world.database.admin)
  expect(await filesWith(world.database.admin, erased)).toEqual([])
  expect(await filesWith(world.database.admin, kept)).not.toEqual([])
  tellFigures('T22', { histories, ways: waysToErase.length })
})
