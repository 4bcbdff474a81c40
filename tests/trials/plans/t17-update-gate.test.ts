import { planDocumentVersion } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { type BareServer, startBareServer } from '../../../apps/plans/src/live-server-for-tests.ts'
import { ticketRequest } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import { openWorld, planOf } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { randomOf } from '../random.ts'
import { size } from '../size.ts'
import { attack, inLanes } from './attack.ts'
import { HandClient } from './hand-client.ts'
import { editHonestly, undoOf } from './honest-edits.ts'
import { hostilities } from './hostile-updates.ts'
import { updateMessage } from './wire.ts'
import { hashOf } from './words.ts'

let bare: BareServer
beforeAll(async () => {
  bare = await startBareServer()
})
afterAll(() => bare.stop())

const honestIn = async (room: string, clientId: number): Promise<HandClient> => {
  const client = new HandClient(bare.address, clientId, { path: bare.pathTo(room, `honest-${clientId}`, clientId) })
  await client.join()
  return client
}

const hostile = size(30_000, 300_000)
/** Hostile updates for each honest one beside them. */
const perHonest = 100
const honest = size(10_000, 100_000)

test(`T17 PL7: ${hostile} hostile updates of people who may write are refused, each for its reason, and none is taken`, async () => {
  const random = randomOf('T17 hostile')
  const witness = await honestIn('hostile', 1)
  const undo = undoOf(witness.doc)
  const wrong: unknown[] = []
  const attackAs = async (n: number) => {
    const { refusal, make } = random.pick(hostilities)
    const own = 10 + n
    const update = make({ own, honest: 1, honestClock: Y.getState(witness.doc.store, 1) }, random)
    const said = await attack(bare.address, { path: bare.pathTo('hostile', `attacker-${n}`, own) }, updateMessage(update))
    const end = refusal === 'too-large' ? 'tooLarge' : 'malformed'
    if (said.refused.join() === refusal && said.taken === 0 && said.end === end) return
    wrong.push({ n, refusal, said, update: Buffer.from(update).toString('hex') })
  }
  for (let n = 0; n < hostile; n += perHonest) {
    await inLanes(perHonest, 4, (at) => attackAs(n + at))
    editHonestly(witness.doc, undo, random)
    await witness.saved()
  }
  expect(wrong).toEqual([])
  expect(witness.refused).toEqual([])
  const newcomer = await honestIn('hostile', 2)
  expect(hashOf(newcomer.doc, 'core')).toBe(hashOf(witness.doc, 'core'))
  expect([...newcomer.doc.store.clients.keys()]).toEqual([1])
  for (const client of [newcomer, witness]) client.leave()
  tellFigures('T17', { 'hostile updates': hostile, refused: hostile })
})

test(`T17 PL7: of ${honest} honest updates of five people none is refused, and all of them read the same`, async () => {
  const random = randomOf('T17 honest')
  const clients = await Promise.all([1, 2, 3, 4, 5].map((clientId) => honestIn('honest', clientId)))
  const undos = clients.map(({ doc }) => undoOf(doc))
  const everyoneSaved = () => Promise.all(clients.map((client) => client.saved()))
  let sent = 0
  for (let n = 0; sent < honest; n += 1) {
    const at = random.below(clients.length)
    const [client, undo] = [clients[at], undos[at]]
    if (client === undefined || undo === undefined) throw new Error('nobody there')
    if (random.oneIn(200)) {
      client.leave()
      for (let unheard = random.below(20); unheard >= 0; unheard -= 1) editHonestly(client.doc, undo, random)
      await client.join()
    } else editHonestly(client.doc, undo, random)
    if (n % 100 === 0) await everyoneSaved()
    sent = n
  }
  await everyoneSaved()
  expect(clients.map(({ refused }) => refused)).toEqual([[], [], [], [], []])
  const newcomer = await honestIn('honest', 6)
  await eventually(() => {
    for (const { doc } of clients) expect(hashOf(doc, 'core')).toBe(hashOf(newcomer.doc, 'core'))
  })
  for (const client of [newcomer, ...clients]) client.leave()
  tellFigures('T17', { 'honest edits': sent, refused: 0, 'bytes at the end': Y.encodeStateAsUpdate(newcomer.doc).length })
})

const sample = size(350, 3_500)

test(`T17 PL7: ${sample} of them through tickets and the real log are refused alike, and change no row`, async () => {
  const random = randomOf('T17 sample')
  const world = await openWorld()
  const [writer, attacker] = [await world.member(['core']), await world.member(['core'])]
  const planId = await planOf(world, writer)
  const witness = new LiveClient(writer, planId, 'core')
  await witness.join(world.instance.address)
  const undo = undoOf(witness.doc)
  for (let n = 0; n < 20; n += 1) editHonestly(witness.doc, undo, random)
  for (let n = 0; n < sample; n += 1) {
    const ticket = await attacker.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
    const honestNumber = witness.doc.clientID
    const { refusal, make } = random.pick(hostilities)
    const update = make({ own: ticket.clientId, honest: honestNumber, honestClock: Y.getState(witness.doc.store, honestNumber) }, random)
    expect(await attack(world.instance.address, ticketRequest(ticket), updateMessage(update))).toMatchObject({
      refused: [refusal],
      taken: 0,
    })
    if (n % 10 === 0) editHonestly(witness.doc, undo, random)
  }
  await eventually(() => expect(witness.saved.count.unsaved).toBe(0))
  expect(witness.line).toMatchObject({ refused: [], closes: [] })
  const rows = await world.database.admin
    .withSchema('plans')
    .selectFrom('room_update' as never)
    .select('person_id' as never)
    .execute()
  expect(new Set(rows.map(({ person_id }) => person_id))).toEqual(new Set([writer.subject.personId]))
  const newcomer = new LiveClient(writer, planId, 'core')
  await newcomer.join(world.instance.address)
  expect(hashOf(newcomer.doc, 'core')).toBe(hashOf(witness.doc, 'core'))
  for (const client of [newcomer, witness]) client.leave()
  await world.dispose()
})
