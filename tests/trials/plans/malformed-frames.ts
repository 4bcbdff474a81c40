import { frameTypes } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import type { Random } from '../random.ts'
import { mutated } from './hostile-updates.ts'
import { awarenessEntry, awarenessMessage, frameOf, opcodes, stepTwoMessage, updateMessage, varString, varUint } from './wire.ts'

/** What the makers of malformed frames know: their own writer number and an update of an honest writer. */
export interface Known {
  readonly own: number
  readonly honest: Uint8Array
}

type Maker = (known: Known, random: Random) => Buffer

/** Nine bytes that say they hold 2²⁸ items: whoever believes it takes the memory for them. */
const bombV1 = Uint8Array.of(1, 0x80, 0x80, 0x80, 0x80, 0x01, 1, 0, 0)
/** The same in the second encoding: a few bytes that stand for millions of items. */
const bombV2 = Uint8Array.of(0, 0, 2, 0xa5, 1, 0, 0, 1, 0, 0, 0, 4, 1, 0x80, 0x80, 0x80, 0x7f, 0, 0, 0, 0)

const asUpdate = (bytes: Uint8Array, random: Random): Buffer => frameOf(random.oneIn(4) ? stepTwoMessage(bytes) : updateMessage(bytes))

/** Has it, by chance, become an update that somebody who may write is allowed to send? */
const isAllowed = (update: Uint8Array, own: number): boolean => {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    return ds.clients.size > 0 || structs.some(({ id }) => id.client === own)
  } catch {
    return false
  }
}

const mutatedUpdate: Maker = ({ own, honest }, random) => {
  const update = mutated(honest, random)
  return asUpdate(isAllowed(update, own) ? honest.subarray(1) : update, random)
}

const emptyDocAs = (own: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = own
  return doc
}

const secondEncoding: Maker = ({ own }, random) => {
  const doc = emptyDocAs(own)
  doc.getMap('goals').set('key', 'x'.repeat(random.below(200)))
  return asUpdate(Y.encodeStateAsUpdateV2(doc), random)
}

const bomb: Maker = (_known, random) => asUpdate(random.pick([bombV1, bombV2]), random)
const noise: Maker = (_known, random) => frameOf(random.bytes(random.below(80)))
const text: Maker = (_known, random) => frameOf(Buffer.from('{"type":"sync"}'.repeat(random.below(4)), 'utf8'), opcodes.text)
const unknownType: Maker = (_known, random) =>
  frameOf(Buffer.concat([Uint8Array.from(varUint(random.pick([2, 4, 5, 100, 101, 4_000, 2 ** 40]))), random.bytes(random.below(20))]))
const liesAboutLength: Maker = ({ honest }, random) => {
  const message = updateMessage(honest)
  return frameOf(
    random.oneIn(2) ? message.subarray(0, random.below(message.length)) : Buffer.concat([message, random.bytes(1 + random.below(9))]),
  )
}
const longNumber: Maker = (_known, random) => frameOf(Uint8Array.from({ length: 2 + random.below(30) }, () => 0xff))
const oddStateVector: Maker = (_known, random) => {
  const body = random.bytes(random.below(12))
  return frameOf(Buffer.concat([Uint8Array.of(frameTypes.sync, 0, ...varUint(body.length)), body]))
}
const oddAwareness: Maker = ({ own }, random) =>
  frameOf(
    awarenessMessage(
      random.pick([
        () => random.bytes(random.below(40)),
        () => awarenessEntry(own, 1, '{"cursor":'),
        () => awarenessEntry(own, 1, `{"cursor":${'['.repeat(3_000)}${']'.repeat(3_000)}}`),
        () => Buffer.concat([Uint8Array.from(varUint(2 ** 31)), varString('x')]),
      ])(),
    ),
  )

/** Frames after which the server ends the line. */
const fatal: readonly Maker[] = [
  mutatedUpdate,
  mutatedUpdate,
  mutatedUpdate,
  secondEncoding,
  bomb,
  noise,
  noise,
  text,
  unknownType,
  liesAboutLength,
  longNumber,
  oddStateVector,
  oddAwareness,
]

const gapUpdate: Maker = ({ own }, random) => {
  const info = [4, 1, ...varString('goals')]
  const item = [1, 1, ...varUint(own), ...varUint(1 + random.below(1_000_000)), ...info, ...varString('x'.repeat(random.below(60))), 0]
  return frameOf(updateMessage(Uint8Array.from(item)))
}
const cursorOfAnother: Maker = ({ own }, random) =>
  frameOf(awarenessMessage(awarenessEntry(own + 1 + random.below(9), random.below(99), '{"user":{"name":"forged"},"cursor":1}')))

/** Frames that are wrong and yet end no line, so that the whole of a flood is read. */
const tiresome: readonly Maker[] = [gapUpdate, gapUpdate, gapUpdate, gapUpdate, gapUpdate, gapUpdate, gapUpdate, cursorOfAnother]

/** Bytes that are no WebSocket frames; what follows them on a line is not read. */
const broken: readonly ((random: Random) => Buffer)[] = [
  (random) => frameOf(random.bytes(5), 3 + random.below(5)),
  (random) => frameOf(random.bytes(5), 11 + random.below(5)),
  (random) => frameOf(random.bytes(5), opcodes.binary, { reserved: 1 + random.below(7) }),
  (random) => frameOf(random.bytes(5), opcodes.binary, { unmasked: true }),
  (random) => frameOf(random.bytes(5), opcodes.continuation),
  (random) => frameOf(random.bytes(126), opcodes.ping),
  (random) => frameOf(random.bytes(5), opcodes.ping, { unfinished: true }),
  (random) => frameOf(random.bytes(1), opcodes.close),
  () => frameOf(Uint8Array.of(0, 5), opcodes.close),
  () => frameOf(Uint8Array.of(0xff, 0xfe, 0xfd), opcodes.text),
  (random) => frameOf(random.bytes(5), opcodes.binary, { claims: 2n ** 63n - 1n }),
  (random) => frameOf(random.bytes(5), opcodes.binary, { claims: 2n ** 40n }),
  () => Buffer.concat(Array.from({ length: 3 }, () => frameOf(Uint8Array.of(0, 2), opcodes.binary, { unfinished: true }))),
  (random) =>
    Buffer.concat([frameOf(random.bytes(9), opcodes.binary, { unfinished: true }), frameOf(random.bytes(9), opcodes.continuation)]),
  (random) => Buffer.from(random.bytes(40)),
]

/**
 * So many malformed frames as one burst on one line: fatal ones, or a flood of tiresome ones before them; or one that is no frame
 * before everything.
 */
export const malformedBurst = (count: number, known: Known, random: Random): Buffer => {
  const floods = random.oneIn(2)
  const frames = Array.from({ length: count - 1 }, (_unused, n) => random.pick(floods && n < count * 0.9 ? tiresome : fatal)(known, random))
  const noFrame = random.pick(broken)(random)
  return Buffer.concat(random.oneIn(8) ? [noFrame, ...frames] : [...frames, noFrame])
}
