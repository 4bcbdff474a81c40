import * as Y from 'yjs'
import type { Random } from '../random.ts'
import { varString, varUint } from './wire.ts'

/** Somebody who may write but does not play by the rules, and what they know of an honest writer beside them. */
export interface Attacker {
  /** The writer number that the server issued to them. */
  readonly own: number
  /** An honest writer's number, and how far the room knows them. */
  readonly honest: number
  readonly honestClock: number
}

/** A way to be hostile: what the server must say, and updates that are hostile in this way. */
export interface Hostility {
  readonly refusal: string
  make(attacker: Attacker, random: Random): Uint8Array
}

const place = 'prose/area-family'
const docOf = (clientId: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return doc
}

/** What an edit adds to a new document under a number. */
const editUnder = (clientId: number, edit: (doc: Y.Doc) => void): Uint8Array => {
  const doc = docOf(clientId)
  edit(doc)
  return Y.encodeStateAsUpdate(doc)
}

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}
const write = (doc: Y.Doc, text: string) => doc.getXmlFragment(place).insert(0, [paragraph(text)])

/** An item by hand: text of a writer at a clock, after another item or in a root. */
const itemBytes = (id: Y.ID, after: Y.ID | null, text: string): Uint8Array => {
  const info = after === null ? [4] : [4 | 0x80, ...varUint(after.client), ...varUint(after.clock)]
  const parent = after === null ? [Uint8Array.of(1), varString(place)] : []
  return Buffer.concat([Uint8Array.from([1, ...varUint(id.client), ...varUint(id.clock), ...info]), ...parent, varString(text)])
}
const updateOfItem = (id: Y.ID, after: Y.ID | null, text: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(1), itemBytes(id, after, text), Uint8Array.of(0)])
const updateOfDelete = (client: number, clock: number, length: number): Uint8Array =>
  Uint8Array.from([0, 1, ...varUint(client), 1, ...varUint(clock), ...varUint(length)])

const someText = (random: Random): string =>
  random.pick(['forged', 'ж'.repeat(1 + random.below(40)), '😀', 'x'.repeat(1 + random.below(500))])
const neverIssued = (random: Random): number => 3_000_000_000 + random.below(1_000_000)

const foreignWriter = ({ own, honest, honestClock }: Attacker, random: Random): Uint8Array => {
  const foreign = random.oneIn(2) ? { client: honest, clock: honestClock } : { client: neverIssued(random), clock: 0 }
  if (random.oneIn(3)) return updateOfItem(foreign, null, someText(random))
  if (random.oneIn(2))
    return Buffer.concat([
      Uint8Array.of(2),
      itemBytes(foreign, null, someText(random)),
      itemBytes(Y.createID(own, 0), null, 'own'),
      Uint8Array.of(0),
    ])
  return editUnder(neverIssued(random), (doc) => write(doc, someText(random)))
}

const gap = ({ own }: Attacker, random: Random): Uint8Array => {
  if (random.oneIn(2)) return updateOfItem(Y.createID(own, 1 + random.below(100_000)), null, someText(random))
  const doc = docOf(own)
  write(doc, 'never sent')
  const before = Y.encodeStateVector(doc)
  write(doc, someText(random))
  return Y.encodeStateAsUpdate(doc, before)
}

const pending = ({ own, honest, honestClock }: Attacker, random: Random): Uint8Array => {
  const ahead = honestClock + 1 + random.below(1_000)
  return random.pick([
    () => updateOfItem(Y.createID(own, 0), Y.createID(neverIssued(random), 0), someText(random)),
    () => updateOfItem(Y.createID(own, 0), Y.createID(honest, ahead), someText(random)),
    () => updateOfDelete(honest, ahead, 1 + random.below(50)),
    () => updateOfDelete(neverIssued(random), 0, 1 + random.below(50)),
    () => updateOfDelete(own, random.below(10), 1 + random.below(50)),
  ])()
}

const unknownRoot = ({ own }: Attacker, random: Random): Uint8Array => {
  const name = random.pick(['smuggled', 'meta', '', '__proto__', 'constructor', 'prose/area-health', 'prose/voice', 'goals ', 'prose/'])
  return editUnder(own, (doc) => {
    const kind = random.below(3)
    if (kind === 0) doc.getMap(name).set('version', 9)
    else if (kind === 1) doc.getText(name).insert(0, someText(random))
    else doc.getXmlFragment(name).insert(0, [paragraph(someText(random))])
  })
}

const tooDeep = ({ own }: Attacker, random: Random): Uint8Array => {
  const levels = 33 + random.below(200)
  return editUnder(own, (doc) =>
    doc.transact(() => {
      let map = doc.getMap<unknown>('goals')
      let element: Y.XmlFragment = doc.getXmlFragment(place)
      const inMaps = random.oneIn(2)
      for (let level = 0; level < levels; level += 1) {
        const [inner, child] = [new Y.Map<unknown>(), new Y.XmlElement('list')]
        if (inMaps) map.set('in', inner)
        else element.insert(0, [child])
        map = inner
        element = child
      }
    }),
  )
}

const wrongShape = ({ own }: Attacker, random: Random): Uint8Array =>
  editUnder(own, (doc) =>
    random.pick([
      () => doc.getMap('goals').set('sub', new Y.Doc()),
      () => doc.getMap('goals').set('bytes', random.bytes(10)),
      () => doc.getMap('goals').set('__proto__', 1),
      () => doc.getMap('goals').set('k'.repeat(65), 1),
      () => doc.getArray('goals').insert(0, [1]),
      () => doc.getMap(place).set('key', 1),
    ])(),
  )

const tooLarge = ({ own }: Attacker, random: Random): Uint8Array =>
  editUnder(own, (doc) => write(doc, 'x'.repeat(64 * 1024 + random.below(32 * 1024))))

/** Every way of T17 in which an update of somebody who may write is hostile. */
export const hostilities: readonly Hostility[] = [
  { refusal: 'foreign-writer', make: foreignWriter },
  { refusal: 'gap', make: gap },
  { refusal: 'pending', make: pending },
  { refusal: 'unknown-root', make: unknownRoot },
  { refusal: 'too-deep', make: tooDeep },
  { refusal: 'wrong-shape', make: wrongShape },
  { refusal: 'too-large', make: tooLarge },
]

/** An update with a few of its bytes turned, taken away, doubled or added. */
export const mutated = (update: Uint8Array, random: Random): Uint8Array => {
  let bytes = Uint8Array.from(update)
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
    const at = random.below(bytes.length)
    const kind = random.below(6)
    if (kind < 3) bytes[at] = random.below(256)
    else if (kind === 3) bytes = bytes.slice(0, at)
    else if (kind === 4) bytes = Uint8Array.from([...bytes.subarray(0, at), ...random.bytes(1 + random.below(3)), ...bytes.subarray(at)])
    else bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + random.below(3))])
  }
  return bytes
}
