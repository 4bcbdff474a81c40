import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Unsealable } from './envelope.ts'
import { open, type Place, seal } from './seal.ts'
import { newSubjectKey, openSubjectKey, rewrapSubjectKey } from './subject-key.ts'

const masterKey = randomBytes(32)
const place = fc.record<Place>({ table: fc.string(), column: fc.string(), rowId: fc.uuid() })
const text = fc.string({ unit: 'grapheme' })
const other = (given: Place): Place[] =>
  [
    { ...given, table: `${given.table}x` },
    { ...given, column: `${given.column}x` },
    { ...given, rowId: `${given.rowId}x` },
    { table: given.table + given.column, column: '', rowId: given.rowId },
    { table: '', column: given.table + given.column, rowId: given.rowId },
  ].filter((candidate) => JSON.stringify(candidate) !== JSON.stringify(given))

describe('T38 small: a sealed value opens in its place, with its key, whole, and otherwise not at all', () => {
  test('round trip, and never the same bytes twice', () => {
    fc.assert(
      fc.property(place, text, (where, plain) => {
        const { dek } = newSubjectKey(masterKey, 'someone')
        const sealed = seal(dek, where, plain)
        expect(open(dek, where, sealed)).toBe(plain)
        expect(seal(dek, where, plain).equals(sealed)).toBe(false)
        if (plain.length > 3) expect(sealed.includes(plain)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('each flipped bit and each cut is refused', () => {
    const { dek } = newSubjectKey(masterKey, 'someone')
    const where = { table: 'person', column: 'name', rowId: 'r' }
    const sealed = seal(dek, where, 'Ђорђе')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => open(dek, where, flipped)).toThrow(Unsealable)
    }
    for (let end = 0; end < sealed.length; end += 1) expect(() => open(dek, where, sealed.subarray(0, end))).toThrow(Unsealable)
  })

  test('another row, column, table or person is refused', () => {
    fc.assert(
      fc.property(place, text, (where, plain) => {
        const { dek } = newSubjectKey(masterKey, 'someone')
        const sealed = seal(dek, where, plain)
        for (const elsewhere of other(where)) expect(() => open(dek, elsewhere, sealed)).toThrow(Unsealable)
        expect(() => open(newSubjectKey(masterKey, 'another').dek, where, sealed)).toThrow(Unsealable)
      }),
      { numRuns: 500 },
    )
  })

  test('a key of another length is refused', () => {
    expect(() => seal(randomBytes(16), { table: 't', column: 'c', rowId: 'r' }, 'x')).toThrow(RangeError)
  })
})

describe('T39 small: the data key of a person', () => {
  test('opens with the master key for that person only', () => {
    const { dek, wrapped } = newSubjectKey(masterKey, 'someone')
    expect(Buffer.from(openSubjectKey(masterKey, 'someone', wrapped)).equals(dek)).toBe(true)
    expect(() => openSubjectKey(masterKey, 'another', wrapped)).toThrow(Unsealable)
    expect(() => openSubjectKey(randomBytes(32), 'someone', wrapped)).toThrow(Unsealable)
  })

  test('after a change of the master key what was sealed stays readable and the old key opens nothing', () => {
    const next = randomBytes(32)
    const where = { table: 'person', column: 'name', rowId: 'r' }
    const { dek, wrapped } = newSubjectKey(masterKey, 'someone')
    const sealed = seal(dek, where, 'Љиљана')
    const rewrapped = rewrapSubjectKey(masterKey, next, 'someone', wrapped)
    expect(open(openSubjectKey(next, 'someone', rewrapped), where, sealed)).toBe('Љиљана')
    expect(() => openSubjectKey(masterKey, 'someone', rewrapped)).toThrow(Unsealable)
  })
})
