import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BareServer, startBareServer } from '../../../apps/plans/src/live-server-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { attack, inLanes, tally } from './attack.ts'
import { HandClient } from './hand-client.ts'
import { editHonestly, undoOf } from './honest-edits.ts'
import { mutated } from './hostile-updates.ts'
import { updateMessage } from './wire.ts'
import { hashOf } from './words.ts'

let bare: BareServer
let writer: HandClient
const room = 'mutated'

beforeAll(async () => {
  bare = await startBareServer()
  writer = new HandClient(bare.address, 1, { path: bare.pathTo(room, 'writer', 1) })
  await writer.join()
})
afterAll(async () => {
  writer.leave()
  await bare.stop()
})

/** What a newcomer is served. */
const served = async (): Promise<{ hash: string; bytes: Uint8Array; pending: boolean }> => {
  const newcomer = new HandClient(bare.address, 2, { path: bare.pathTo(room, 'newcomer', 2) })
  await newcomer.join()
  newcomer.leave()
  const { doc } = newcomer
  return { hash: hashOf(doc, 'core'), bytes: Y.encodeStateAsUpdate(doc), pending: doc.store.pendingStructs !== null }
}

/** Does a bare Yjs throw over this update, and has it changed the document by then? */
const appliedBare = (state: Uint8Array, update: Uint8Array): { throws: boolean; changes: boolean } => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const before = hashOf(doc, 'core')
  try {
    Y.applyUpdate(doc, update)
    return { throws: false, changes: false }
  } catch {
    return { throws: true, changes: hashOf(doc, 'core') !== before }
  }
}

/** An edit of the whole room under a number, with some of its bytes turned, over which a bare Yjs throws. */
const throwing = (state: Uint8Array, own: number, random: Random): { update: Uint8Array; changes: boolean } => {
  for (;;) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    doc.clientID = own
    const before = Y.encodeStateVector(doc)
    editHonestly(doc, undoOf(doc), random)
    const update = mutated(Y.encodeStateAsUpdate(doc, before), random)
    const { throws, changes } = appliedBare(state, update)
    if (throws) return { update, changes }
  }
}

const updates = size(10_000, 100_000)

test(`T18 PL7: ${updates} mutated updates over which Yjs throws leave what is served as it was`, async () => {
  const random = randomOf('T18')
  const undo = undoOf(writer.doc)
  for (let n = 0; n < 40; n += 1) editHonestly(writer.doc, undo, random)
  await writer.saved()
  const before = await served()
  const rows = bare.log.get(room)?.length
  const refused: string[] = []
  let changed = 0
  await inLanes(updates, 4, async (n) => {
    const { update, changes } = throwing(before.bytes, 10 + n, random)
    if (changes) changed += 1
    const said = await attack(bare.address, { path: bare.pathTo(room, `attacker-${n}`, 10 + n) }, updateMessage(update))
    refused.push(`${said.refused.join()} ${said.taken} ${said.end}`)
    if (n % 1_000 === 0) expect(await served()).toEqual(before)
  })
  expect(await served()).toEqual(before)
  expect(before.pending).toBe(false)
  expect(bare.log.get(room)).toHaveLength(rows ?? -1)
  expect(Object.keys(tally(refused)).every((outcome) => outcome.endsWith(' 0 malformed'))).toBe(true)
  editHonestly(writer.doc, undo, random)
  await writer.saved()
  tellFigures('T18', { updates, 'would have changed a bare Yjs': changed, ...tally(refused) })
})
