import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BareServer, startBareServer } from '../../../apps/plans/src/live-server-for-tests.ts'
import { percentile, tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { attack, inLanes, saidOn } from './attack.ts'
import { HandClient } from './hand-client.ts'
import { openLine } from './raw-line.ts'
import { stepOne, updateMessage } from './wire.ts'

let bare: BareServer
let writer: HandClient
const room = 'gaps'
const paths = (own: number) => ({ path: bare.pathTo(room, `attacker-${own}`, own) })

beforeAll(async () => {
  bare = await startBareServer()
  writer = new HandClient(bare.address, 1, { path: bare.pathTo(room, 'writer', 1) })
  await writer.join()
})
afterAll(async () => {
  writer.leave()
  await bare.stop()
})

/** A kilobyte of text, all but its first part, which is never sent. */
const gapUpdate = (own: number, random: Random): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = own
  const goals = doc.getMap('goals')
  goals.set('never sent', 1)
  const before = Y.encodeStateVector(doc)
  goals.set(`${random.below(1_000)}`, 'x'.repeat(1_024))
  return Y.encodeStateAsUpdate(doc, before)
}

const nothingPending = async () => {
  const newcomer = new HandClient(bare.address, 2, { path: bare.pathTo(room, 'newcomer', 2) })
  await newcomer.join()
  newcomer.leave()
  const { pendingStructs, pendingDs } = newcomer.doc.store
  expect({ pendingStructs, pendingDs }).toEqual({ pendingStructs: null, pendingDs: null })
  expect([...newcomer.doc.store.clients.keys()]).toEqual([1])
}

const flood = size(1_000, 10_000)

test(`T19 PL7: ${flood} updates that jump over something are refused, and nothing of them waits anywhere`, async () => {
  const random = randomOf('T19')
  writer.doc.getMap('goals').set('honest', 1)
  const wrong: unknown[] = []
  const took: number[] = []
  await inLanes(flood, 4, async (n) => {
    const update = gapUpdate(10 + n, random)
    const from = performance.now()
    const said = await attack(bare.address, paths(10 + n), updateMessage(update))
    took.push(performance.now() - from)
    if (said.refused.join() !== 'gap' || said.taken !== 0) wrong.push(said)
  })
  expect(wrong).toEqual([])
  await nothingPending()
  await writer.saved()
  tellFigures('T19', { refused: flood, 'ms with joining and leaving, median': percentile(took, 50).toFixed(1) })
})

test(`T19 PL7: ${flood} of them from one who has not said yet what they have are set aside, not kept, and never told to be saved`, async () => {
  const random = randomOf('T19 before the first exchange')
  const line = await openLine(bare.address, paths(5))
  line.send(stepOne, ...Array.from({ length: flood }, () => updateMessage(gapUpdate(5, random))))
  writer.doc.getMap('goals').set('beside', 1)
  await writer.saved()
  await nothingPending()
  expect(saidOn(line)).toEqual({ refused: [], taken: 0 })
  line.end()
})
