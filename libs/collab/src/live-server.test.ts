import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeCodeName, frameTypes } from '@mreza/contracts-kernel'
import { eventually } from '@mreza/testkit'
import * as decoding from 'lib0/decoding'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { step1Frame, step2Frame, updateFrame } from './frames.ts'
import type { LiveLimits } from './limits.ts'
import { LiveServer } from './live-server.ts'
import { MemoryStore } from './memory-store-for-tests.ts'
import type { Right } from './seams.ts'

interface Who {
  readonly name: string
}

const nothing = new Uint8Array()
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A server whose doorkeeper believes the address `/<room>/<name>/<number>`, and whose rights are a table. */
const serve = async (limits: Partial<LiveLimits> = {}) => {
  const store = new MemoryStore<Who>()
  const rights = new Map<string, Right>()
  const asked = { fail: false }
  const rightOf = (name: string) => rights.get(name) ?? 'write'
  const server = new LiveServer<Who>({
    doorkeeper: {
      admit: async ({ url = '' }) => {
        const [, room = '', name = '', number = '1'] = url.split('/')
        const shape = [{ name: 'items', kind: 'map' as const }]
        return { room, shape, clientId: Number(number), person: name, right: rightOf(name), presence: { name }, who: { name } }
      },
    },
    rights: {
      of: async (connections) => {
        if (asked.fail) throw new Error('the database is away')
        return connections.map(({ who }) => rightOf(who.name))
      },
    },
    store,
    fanout: { publish: () => undefined, subscribe: () => () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    subprotocol: 'test',
    limits: { recheckMs: 50, ...limits },
  })
  const http = createServer()
  http.on('upgrade', server.upgrade)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  ends.push(async () => {
    await server.stop()
    http.closeAllConnections()
    http.close()
  })
  return { server, store, rights, asked, address: `ws://127.0.0.1:${(http.address() as AddressInfo).port}` }
}

/** A client by hand: a document, a socket, and what arrived on it. */
const connect = async (address: string, name: string, number: number, room = 'room', doc = new Y.Doc()) => {
  doc.clientID = number
  const socket = new WebSocket(`${address}/${room}/${name}/${number}`)
  const heard = { persisted: 0, refused: [] as string[], awareness: 0 }
  socket.on('message', (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data as Buffer))
    const kind = decoding.readVarUint(decoder)
    if (kind === frameTypes.sync && decoding.readVarUint(decoder) > 0) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'server')
    if (kind === frameTypes.persisted) {
      decoding.readVarUint(decoder)
      heard.persisted = decoding.readVarUint(decoder)
    }
    if (kind === frameTypes.refused) heard.refused.push(decoding.readVarString(decoder))
    if (kind === frameTypes.awareness) heard.awareness += 1
  })
  const closed = new Promise<string | number>((resolve) => socket.on('close', (code) => resolve(closeCodeName(code) ?? code)))
  socket.on('error', () => undefined)
  await once(socket, 'open')
  socket.send(step1Frame(Y.encodeStateVector(doc)))
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') socket.send(updateFrame(update))
  })
  const set = (key: string, value: unknown = 1) => doc.getMap('items').set(key, value)
  return { doc, socket, heard, closed, set, keys: () => [...doc.getMap('items').keys()].sort() }
}

test('T20 PL2: what a reader or commenter sends is not taken, and they stay', async () => {
  for (const right of ['read', 'comment'] as const) {
    const { address, store, rights } = await serve()
    rights.set('reader', right)
    const writer = await connect(address, 'writer', 1)
    const reader = await connect(address, 'reader', 2)
    for (let n = 0; n < 10; n += 1) reader.set(`read ${n}`)
    writer.set('written')
    await eventually(() => {
      expect(reader.heard.refused).toHaveLength(10)
      expect(reader.keys()).toContain('written')
    })
    expect(store.log.get('room')).toHaveLength(1)
    expect(writer.keys()).toEqual(['written'])
    expect(reader.socket.readyState).toBe(WebSocket.OPEN)
  }
})

test('T20 PL14: a reader who floods is sent away', async () => {
  const { address, rights, store } = await serve()
  rights.set('reader', 'read')
  const reader = await connect(address, 'reader', 2)
  for (let n = 0; n < 500; n += 1) reader.set(`read ${n}`)
  expect(await reader.closed).toBe('tooFast')
  expect(store.log.get('room')).toHaveLength(0)
})

test('PL11: a right that is taken in mid-session is gone for the next frame, and one that is given lets in what was typed before', async () => {
  const { address, rights, store, server } = await serve()
  const writer = await connect(address, 'writer', 1)
  writer.set('first')
  await eventually(() => expect(writer.heard.persisted).toBe(1))
  rights.set('writer', 'read')
  await server.recheck()
  writer.set('second')
  await eventually(() => expect(writer.heard.refused).toEqual(['read-only']))
  expect(store.log.get('room')).toHaveLength(1)
  writer.socket.on('message', (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data as Buffer))
    if (decoding.readVarUint(decoder) !== frameTypes.sync || decoding.readVarUint(decoder) !== 0) return
    writer.socket.send(step2Frame(Y.encodeStateAsUpdate(writer.doc, decoding.readVarUint8Array(decoder))))
  })
  rights.set('writer', 'write')
  await eventually(() => expect(writer.heard.persisted).toBe(3))
  const reader = await connect(address, 'reader', 2)
  await eventually(() => expect(reader.keys()).toEqual(['first', 'second']))
  rights.set('writer', 'none')
  expect(await writer.closed).toBe('revoked')
})

test('PL11: while nobody knows the rights nothing is sent, and after a while the socket is closed as unavailable', async () => {
  const { address, asked } = await serve({ rightsAgeMs: 100, rightsLostMs: 1_500 })
  const [writer, reader] = [await connect(address, 'writer', 1), await connect(address, 'reader', 2)]
  writer.set('before')
  await eventually(() => expect(reader.keys()).toEqual(['before']))
  asked.fail = true
  await new Promise((resolve) => setTimeout(resolve, 300))
  writer.set('meanwhile')
  expect(await reader.closed).toBe('storageUnavailable')
  expect(reader.keys()).toEqual(['before'])
})

test('PL7: a store that fails closes the room as unavailable; nothing unsaved was shown as saved or to others', async () => {
  const { address, store } = await serve()
  const [writer, reader] = [await connect(address, 'writer', 1), await connect(address, 'reader', 2)]
  writer.set('kept')
  await eventually(() => expect(reader.keys()).toEqual(['kept']))
  store.broken = true
  writer.set('lost')
  expect(await writer.closed).toBe('storageUnavailable')
  expect(await reader.closed).toBe('storageUnavailable')
  expect(writer.heard.persisted).toBe(1)
  expect(reader.keys()).toEqual(['kept'])
  store.broken = false
  const again = await connect(address, 'writer', 1)
  await eventually(() => expect(again.keys()).toEqual(['kept']))
})

test('PL13: a commit that is refused is no part of the room, though it had passed the trial', async () => {
  const { address, store } = await serve()
  store.refuse = ({ who }) => (who.name === 'late' ? 'overtaken' : null)
  const [late, writer] = [await connect(address, 'late', 1), await connect(address, 'writer', 2)]
  late.set('from the late one')
  expect(await late.closed).toBe('overtaken')
  writer.set('from the writer')
  await eventually(() => expect(writer.heard.persisted).toBe(1))
  const reader = await connect(address, 'reader', 3)
  await eventually(() => expect(reader.keys()).toEqual(['from the writer']))
})

/** Two at work on the same thing at once; what the first sent is accepted and then refused at the commit. */
const oneIsRefused = async (
  before: (doc: Y.Doc) => void,
  edits: readonly [(doc: Y.Doc) => void, (doc: Y.Doc) => void],
  numbers: readonly [number, number],
) => {
  const { address, store } = await serve()
  const setter = await connect(address, 'setter', 9)
  setter.doc.transact(() => before(setter.doc))
  await eventually(() => expect(setter.heard.persisted).toBe(1))
  const [refused, staying] = [await connect(address, 'refused', numbers[0]), await connect(address, 'staying', numbers[1])]
  await eventually(() => expect([refused.keys(), staying.keys()]).toEqual([setter.keys(), setter.keys()]))
  const { promise, resolve } = Promise.withResolvers<void>()
  store.gate = promise
  store.refuse = ({ who }) => (who.name === 'refused' ? 'right' : null)
  edits[0](refused.doc)
  await new Promise((wait) => setTimeout(wait, 100))
  edits[1](staying.doc)
  await new Promise((wait) => setTimeout(wait, 100))
  resolve()
  expect(await refused.closed).toBe('revoked')
  await eventually(() => expect(staying.heard.persisted).toBe(1))
  return { address, log: () => store.log.get('room') ?? [], staying }
}

test.each([
  [1, 2],
  [2, 1],
] as const)(
  'PL7: of two who set one key at once (%i, %i) the first is refused: the log says nothing of what it does not hold, and who comes back is let in',
  async (...numbers) => {
    const set = (value: string) => (doc: Y.Doc) => doc.getMap('items').set('key', value)
    const { address, log, staying } = await oneIsRefused(
      (doc) => doc.getMap('items').set('there', 1),
      [set('refused'), set('staying')],
      numbers,
    )
    const replayed = new Y.Doc()
    for (const update of log()) Y.applyUpdate(replayed, update)
    expect(replayed.store.pendingDs).toBeNull()
    expect(replayed.getMap('items').get('key')).toBe('staying')
    staying.socket.close()
    await staying.closed
    const back = await connect(address, 'staying', numbers[1], 'room', staying.doc)
    back.set('later')
    const newcomer = await connect(address, 'newcomer', 7)
    await eventually(() => expect(newcomer.doc.getMap('items').toJSON()).toEqual({ there: 1, key: 'staying', later: 1 }))
  },
)

test('PL7: somebody writes into what another deletes at once, and the other is refused: what was written is in the log', async () => {
  const nested = (doc: Y.Doc) => doc.getMap('items').get('nested') as Y.Map<unknown>
  const { address } = await oneIsRefused(
    (doc) => doc.getMap('items').set('nested', new Y.Map()),
    [(doc) => doc.getMap('items').delete('nested'), (doc) => nested(doc).set('word', 'kept')],
    [1, 2],
  )
  const newcomer = await connect(address, 'newcomer', 7)
  await eventually(() => expect(newcomer.doc.getMap('items').toJSON()).toEqual({ nested: { word: 'kept' } }))
})

test('PL7: a room that cannot be played ends who comes back as unavailable, not as malformed; a deletion of what is not there keeps nobody out', async () => {
  const { address, store } = await serve()
  const author = new Y.Doc()
  author.clientID = 1
  const updates: Uint8Array[] = []
  author.on('update', (update: Uint8Array) => updates.push(update))
  author.getMap('items').set('first', 1)
  author.getMap('items').set('second', 1)
  author.getMap('items').delete('second')
  const [first = nothing, second = nothing, deletion = nothing] = updates
  store.log.set('hole', [second])
  store.log.set('deletion', [first, deletion])
  const copy = () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, first)
    return doc
  }
  expect(await (await connect(address, 'reader', 2, 'hole', copy())).closed).toBe('storageUnavailable')
  const back = await connect(address, 'reader', 2, 'deletion', copy())
  back.set('third')
  const newcomer = await connect(address, 'newcomer', 3, 'deletion')
  await eventually(() => expect(newcomer.keys()).toEqual(['first', 'third']))
})

test('a state vector that is none is malformed', async () => {
  const { address } = await serve()
  const hostile = await connect(address, 'writer', 1)
  hostile.socket.send(step1Frame(Uint8Array.of(5, 1)))
  expect(await hostile.closed).toBe('malformed')
})

test('PL5: who comes back while their own words are being committed sends them twice and has them once', async () => {
  const { address, store } = await serve()
  const { promise, resolve } = Promise.withResolvers<void>()
  store.gate = promise
  const first = await connect(address, 'writer', 1)
  first.set('word')
  await new Promise((wait) => setTimeout(wait, 100))
  const returning = connect(address, 'writer', 1)
  store.refuse = () => 'overtaken'
  resolve()
  expect(await first.closed).toBe('overtaken')
  store.refuse = null
  const second = await returning
  Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc))
  second.socket.send(updateFrame(Y.encodeStateAsUpdate(second.doc)))
  await eventually(() => expect(second.heard.persisted).toBe(2))
  const reader = await connect(address, 'reader', 3)
  await eventually(() => expect(reader.keys()).toEqual(['word']))
})

test('T28 PL14: a reader who does not read is dropped, the others are not', async () => {
  const { address, server } = await serve({ unsentBytes: 64 * 1024 })
  const [slow, fast, writer] = [await connect(address, 'slow', 1), await connect(address, 'fast', 2), await connect(address, 'writer', 3)]
  slow.socket.pause()
  for (let n = 1; n <= 800 && server.counts.sockets === 3; n += 1) {
    writer.set('big', `${n} ${'x'.repeat(50_000)}`)
    if (n % 20 === 0) await eventually(() => expect(writer.heard.persisted).toBe(n))
  }
  await eventually(() => expect(server.counts.sockets).toBe(2))
  slow.socket.resume()
  await slow.closed
  expect(fast.socket.readyState).toBe(WebSocket.OPEN)
})

test('PL6: who is alone in a room hears something all the same, so that the line is not taken for broken', async () => {
  const { address } = await serve({ presenceMs: 50 })
  const alone = await connect(address, 'alone', 1)
  await eventually(() => expect(alone.heard.awareness).toBeGreaterThan(2))
})

test('PL14: a room that is full takes no more', async () => {
  const { address, store } = await serve({ roomBytes: 100_000 })
  const writer = await connect(address, 'writer', 1)
  writer.set('a', 'x'.repeat(60_000))
  await eventually(() => expect(writer.heard.persisted).toBe(1))
  writer.set('b', 'x'.repeat(60_000))
  expect(await writer.closed).toBe('tooLarge')
  expect(writer.heard.refused).toEqual(['room-full'])
  expect(store.log.get('room')).toHaveLength(1)
})

test('PL14: what was written over a long time comes in one sync step 2, which may be larger than another frame', async () => {
  const { address, store } = await serve()
  const away = new Y.Doc()
  away.clientID = 1
  for (let n = 0; n < 5; n += 1) away.getMap('items').set(`${n}`, 'x'.repeat(40_000))
  const pasted = Y.encodeStateAsUpdate(away)
  const back = await connect(address, 'writer', 1)
  back.socket.send(step2Frame(pasted))
  await eventually(() => expect(back.heard.persisted).toBe(1))
  const reader = await connect(address, 'reader', 2)
  await eventually(() => expect(reader.keys()).toHaveLength(5))
  back.socket.send(updateFrame(pasted))
  expect(await back.closed).toBe('tooLarge')
  expect(store.log.get('room')).toHaveLength(1)
})

test('PL14: large frames are few', async () => {
  const { address } = await serve({ largeFramesPerMinute: 2 })
  const greedy = await connect(address, 'writer', 1)
  const large = step2Frame(Y.encodeStateAsUpdate(new Y.Doc()))
  const padded = new Uint8Array(100_000)
  padded.set([0, 1], 0)
  greedy.socket.send(large)
  await eventually(() => expect(greedy.heard.persisted).toBe(1))
  greedy.socket.send(padded)
  expect(await greedy.closed).toBe('malformed')
})

test('T22 PL12: a newcomer gets nothing that was deleted, and hears step 2 when everything is there', async () => {
  const { address } = await serve()
  const writer = await connect(address, 'writer', 1)
  writer.set('kept', 'one')
  writer.set('gone', 'canary-4711')
  writer.doc.getMap('items').delete('gone')
  writer.set('last', 'two')
  await eventually(() => expect(writer.heard.persisted).toBe(4))
  const heard: { kind: number; bytes: Uint8Array }[] = []
  const socket = new WebSocket(`${address}/room/newcomer/9`)
  socket.on('message', (data) => {
    const bytes = new Uint8Array(data as Buffer)
    if (bytes[0] === frameTypes.sync && bytes[1] !== 0) heard.push({ kind: bytes[1] ?? 0, bytes })
  })
  await once(socket, 'open')
  socket.send(step1Frame(Uint8Array.of(0)))
  await eventually(() => expect(heard.at(-1)?.kind).toBe(1))
  expect(heard.filter(({ kind }) => kind === 1)).toHaveLength(1)
  expect(Buffer.concat(heard.map(({ bytes }) => bytes)).includes('canary')).toBe(false)
  const whole = new Y.Doc()
  for (const { bytes } of heard) {
    const decoder = decoding.createDecoder(bytes.subarray(2))
    Y.applyUpdate(whole, decoding.readVarUint8Array(decoder))
  }
  expect(whole.getMap('items').toJSON()).toEqual({ kept: 'one', last: 'two' })
})

test('T25 PL12: a room that many wrote in is given a snapshot while they write on', async () => {
  const { address, store } = await serve()
  const writer = await connect(address, 'writer', 1)
  for (let n = 1; n <= 600; n += 1) {
    writer.set('counter', n)
    if (n % 50 === 0) await eventually(() => expect(writer.heard.persisted).toBe(n))
  }
  await eventually(() => expect(store.compacted.get('room')?.seq).toBeGreaterThan(500))
  const { state = new Uint8Array(), vector = new Uint8Array(), seq = 0 } = store.compacted.get('room') ?? {}
  const [compacted, replayed] = [new Y.Doc(), new Y.Doc()]
  Y.applyUpdate(compacted, state)
  for (const row of (store.log.get('room') ?? []).slice(0, seq)) Y.applyUpdate(replayed, row)
  expect(compacted.getMap('items').toJSON()).toEqual(replayed.getMap('items').toJSON())
  expect(vector).toEqual(Y.encodeStateVector(replayed))
})

test('T24: rooms are put away and opened again under coming and going, and nothing is lost', async () => {
  const { address, server } = await serve({ idleRoomMs: 0, openRooms: 1 })
  for (let round = 0; round < 30; round += 1) {
    const room = `room-${round % 3}`
    const writer = await connect(address, 'writer', round + 1, room)
    writer.set(`${round}`)
    if (round % 2 === 0) await eventually(() => expect(writer.heard.persisted).toBe(1))
    writer.socket.close()
    await writer.closed
  }
  await eventually(() => expect(server.counts.rooms).toBeLessThanOrEqual(1))
  for (let room = 0; room < 3; room += 1) {
    const reader = await connect(address, 'reader', 99, `room-${room}`)
    const expected = Array.from({ length: 30 }, (_unused, n) => n)
      .filter((n) => n % 3 === room && n % 2 === 0)
      .map(String)
    await eventually(() => expect(reader.keys()).toEqual(expect.arrayContaining(expected)))
    reader.socket.terminate()
  }
})

test('a graceful stop commits what was accepted and tells everyone to come back', async () => {
  const { address, server, store } = await serve()
  const writer = await connect(address, 'writer', 1)
  for (let n = 0; n < 50; n += 1) writer.set(`${n}`)
  await eventually(() => expect(writer.heard.persisted).toBeGreaterThan(0))
  await server.stop()
  expect(await writer.closed).toBe('restarting')
  const replayed = new Y.Doc()
  for (const update of store.log.get('room') ?? []) Y.applyUpdate(replayed, update)
  expect(replayed.getMap('items').size).toBeGreaterThanOrEqual(writer.heard.persisted)
})
