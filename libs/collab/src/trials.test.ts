import { seedOf } from '@mreza/testkit'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { gateUpdate } from './gate.ts'
import type { RootShape } from './shape.ts'
import { type TrialRoom, Trials } from './trials.ts'

const shape: readonly RootShape[] = [
  { name: 'items', kind: 'map' },
  { name: 'prose', kind: 'xml' },
]
const trialsMade: Trials[] = []
const newTrials = () => {
  const made = new Trials({ trialMs: 250, trialMegabytes: 64 })
  trialsMade.push(made)
  return made
}
afterEach(async () => {
  for (const made of trialsMade.splice(0)) await made.stop()
})

/** A room whose document takes what passes, as the real one does after the commit. */
const roomWith = (id: string) => {
  const doc = new Y.Doc()
  const room: TrialRoom = { id, shape, states: () => [Y.encodeStateAsUpdate(doc)] }
  return { doc, room, accept: (update: Uint8Array) => Y.applyUpdate(doc, update) }
}
const editOf = (doc: Y.Doc, edit: () => void): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  edit()
  return Y.encodeStateAsUpdate(doc, before)
}
const type = (doc: Y.Doc, text: string) =>
  editOf(doc, () => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment('prose').push([paragraph])
  })

/** Says that it holds 2^28 items; reading it takes the memory for them before it finds none. */
const bomb = Uint8Array.of(1, 0x80, 0x80, 0x80, 0x80, 0x01, 1, 0)

test('T17 PL14: an update that takes too much is refused, the thread is replaced, and honest updates go on', async () => {
  const trials = newTrials()
  const { doc, room, accept } = roomWith('a')
  const author = new Y.Doc()
  const writing = ['one', 'two', 'three'].map((word) => type(author, word))
  for (const update of writing) {
    const [hostile, honest] = await Promise.all([trials.attempt(room, bomb, accept), trials.attempt(room, update, accept)])
    expect(hostile).toHaveProperty('refusal')
    expect(honest).toHaveProperty('update')
  }
  expect(doc.getXmlFragment('prose').toString()).toBe(author.getXmlFragment('prose').toString())
})

test('PL7: what passes is the same change, written by our own encoder; what is known already is nothing new', async () => {
  const trials = newTrials()
  const { doc, room, accept } = roomWith('a')
  const author = new Y.Doc()
  const update = type(author, 'word')
  expect(await trials.attempt(room, update, accept)).toMatchObject({ update: expect.any(Uint8Array) })
  expect(await trials.attempt(room, update, accept)).toEqual({ update: null })
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(author))
})

test('PL7: two people mark the same words, Yjs takes the doubled mark away again, and the change is kept all the same', async () => {
  const trials = newTrials()
  const { doc, room, accept } = roomWith('a')
  const one = new Y.Doc()
  await trials.attempt(room, type(one, 'marked'), accept)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  const mark = (author: Y.Doc) =>
    editOf(author, () => {
      const paragraph = author.getXmlFragment('prose').get(0) as Y.XmlElement
      const text = paragraph.get(0) as Y.XmlText
      text.format(0, 6, { strong: true })
    })
  const marks = [mark(one), mark(other)]
  for (const update of marks) expect(await trials.attempt(room, update, accept)).toMatchObject({ update: expect.any(Uint8Array) })
  expect(Y.getState(doc.store, other.clientID)).toBe(Y.getState(other.store, other.clientID))
  const tidied: Uint8Array[] = []
  one.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && tidied.push(update))
  for (const update of marks) Y.applyUpdate(one, update, 'remote')
  expect(tidied).toHaveLength(1)
  // Said by whoever tidies, so that those hear it who do not; the server has not done it by itself and in silence.
  for (const update of tidied) expect(await trials.attempt(room, update, accept)).toMatchObject({ update: expect.any(Uint8Array) })
})

test('PL7: values that JSON cannot say are refused, wherever they hide: who reads the document would fail over them', async () => {
  const trials = newTrials()
  const { room, accept } = roomWith('values')
  const item = (value: unknown) => {
    const author = new Y.Doc()
    return editOf(author, () => {
      const made = new Y.Map<unknown>()
      made.set('field', value)
      author.getMap('items').set('a', made)
    })
  }
  for (const value of [1n, { deep: [1n] }, Number.NaN, Number.POSITIVE_INFINITY, new Uint8Array([1])])
    expect(await trials.attempt(room, item(value), accept)).toEqual({ refusal: 'wrong-shape' })
  for (const value of ['text', 1.5, true, null, { deep: ['a', { b: 1 }] }])
    expect(await trials.attempt(room, item(value), accept)).toMatchObject({ update: expect.any(Uint8Array) })
})

test('T17 T18 PL7: mutated updates never change the document by halves and leave nothing pending; no honest update is refused', {
  timeout: 900_000,
}, async () => {
  let state = seedOf('collab-trials')
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const trials = newTrials()
  const { doc, room, accept } = roomWith('a')
  const author = new Y.Doc()
  const refusals = new Map<string, number>()
  for (let n = 0; n < Number(process.env.MREZA_TRIAL_UPDATES ?? 1_500); n += 1) {
    const attacker = new Y.Doc()
    attacker.clientID = 1_000_000 + n
    Y.applyUpdate(attacker, Y.encodeStateAsUpdate(doc))
    const update = editOf(attacker, () => {
      const item = new Y.Map()
      item.set('text', new Y.XmlText('hostile'))
      attacker.getMap('items').set(`${n}`, item)
    })
    for (let bytes = random(4) + 1; bytes > 0; bytes -= 1) update[random(update.length)] = random(256)
    const gate = gateUpdate(update, attacker.clientID, (client) => Y.getState(doc.store, client))
    const before = Y.encodeStateAsUpdate(doc)
    let accepted = false
    const answer =
      'refusal' in gate
        ? gate
        : await trials.attempt(room, update, (normalized) => {
            accepted = true
            accept(normalized)
          })
    if ('refusal' in answer) refusals.set(answer.refusal, (refusals.get(answer.refusal) ?? 0) + 1)
    if (!accepted) expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
    if (n % 5 === 0)
      expect(await trials.attempt(room, type(author, `honest ${n}`), accept)).toMatchObject({ update: expect.any(Uint8Array) })
  }
  expect([...refusals.keys()].length).toBeGreaterThan(2)
})

test('T19 PL7: an update that jumps over something is refused by what it says of itself', () => {
  const author = new Y.Doc()
  type(author, 'never sent')
  const gap = type(author, 'sent')
  expect(gateUpdate(gap, author.clientID, () => 0)).toEqual({ refusal: 'gap' })
  expect(gateUpdate(gap, author.clientID + 1, () => 0)).toEqual({ refusal: 'foreign-writer' })
  expect(gateUpdate(Uint8Array.of(1, 2), 1, () => 0)).toEqual({ refusal: 'malformed' })
})

test('PL14: more rooms than the thread may hold are tried all the same', async () => {
  const trials = newTrials()
  const rooms = Array.from({ length: 6 }, (_unused, n) => roomWith(`room ${n}`))
  const authors = rooms.map(() => new Y.Doc())
  for (let round = 0; round < 3; round += 1)
    for (const [n, { room, accept }] of rooms.entries()) {
      const author = authors[n] ?? new Y.Doc()
      for (let block = 0; block < 5; block += 1)
        expect(await trials.attempt(room, type(author, 'x'.repeat(60_000)), accept)).toMatchObject({ update: expect.any(Uint8Array) })
    }
})
