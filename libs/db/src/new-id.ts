import { randomFillSync } from 'node:crypto'
import type { idOf } from '@mreza/contracts-kernel'

/** The type of an id that names a `Name`, as the contracts brand it. */
export type Id<Name extends string> = ReturnType<typeof idOf<Name>>['_zod']['output']

const random = new Uint8Array(10)
let lastMillisecond = 0
let counter = 0

/** 12 bits that only grow within one millisecond; when they are used up the next millisecond is borrowed. */
const tick = (now: number): void => {
  if (now > lastMillisecond) {
    lastMillisecond = now
    counter = ((random[0] ?? 0) << 3) | ((random[1] ?? 0) >> 5)
    return
  }
  counter += 1
  if (counter > 0xfff) {
    lastMillisecond += 1
    counter = 0
  }
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')

/**
 * A new UUIDv7. Ids made by one process order as they were made, even within a millisecond.
 * An id is not a secret: 62 bits of it are random, but it must never stand in for a token.
 * @example const id = newId<'CaseId'>()
 */
export const newId = <Name extends string>(): Id<Name> => {
  randomFillSync(random)
  tick(Date.now())
  const time = hex(lastMillisecond, 12)
  const variant = hex(0x80 | ((random[2] ?? 0) & 0x3f), 2) + hex(random[3] ?? 0, 2)
  const node = [...random.subarray(4)].map((byte) => hex(byte, 2)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}-${node}` as Id<Name>
}
