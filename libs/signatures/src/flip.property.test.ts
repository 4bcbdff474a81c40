import { seedOf } from '@mreza/testkit'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { checkDetached } from './check-detached.ts'
import { checkSignedPdf } from './check-signed-pdf.ts'
import { makeContainer, withEndMarks } from './kit/container-for-tests.ts'
import { documentOf, makeWorld, signPdf, type World } from './kit/signing-for-tests.ts'

let world: World
let frozen: Uint8Array
let once: Uint8Array
let twice: Uint8Array
let detached: Uint8Array
const text = Buffer.from('Član 1.')
beforeAll(async () => {
  world = await makeWorld()
  frozen = await documentOf('Član 1. Strane sarađuju.')
  once = await signPdf(frozen, world.signer)
  twice = await signPdf(once, world.signer)
  detached = await makeContainer({ holder: world.signer, chain: [world.issuer], content: text, claimed: new Date() })
})

const at = new Date(Date.now() + 60_000)
const isValid = (pdf: Uint8Array): boolean => checkSignedPdf(pdf, { frozen, trust: world.trust, at }).outcome === 'valid'

/** The file with one byte exchanged. */
const exchanged = (bytes: Uint8Array, place: number, by: number): Uint8Array => {
  const other = new Uint8Array(bytes)
  other[place] = (other[place] ?? 0) ^ by
  return other
}
const change = fc.integer({ min: 1, max: 255 })

/** The places of the last container up to its zeros: the part of the file that no signature covers. */
const containerIn = (pdf: Uint8Array): { min: number; max: number } => {
  const min = Buffer.from(pdf).lastIndexOf('/Contents <') + 10
  return { min, max: Buffer.from(pdf).indexOf('00000000>', min) }
}
const firstZeros = (pdf: Uint8Array): number => Buffer.from(pdf).indexOf('0'.repeat(200), containerIn(pdf).min)

test('SG19 the files are valid as they are', () => {
  expect([isValid(once), isValid(twice)]).toEqual([true, true])
})

test('SG19 no exchanged byte of a signed PDF leaves it valid', () => {
  for (const pdf of [once, twice])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: pdf.length - 1 }), change, (place, by) => {
        expect(isValid(exchanged(pdf, place, by))).toBe(false)
      }),
      { seed: seedOf('an exchanged byte'), numRuns: 400 },
    )
}, 120_000)

test('SG19 no exchanged byte of a container, which no signature covers, leaves it valid', () => {
  for (const pdf of [once, twice])
    fc.assert(
      fc.property(fc.integer({ min: containerIn(pdf).min, max: firstZeros(pdf) + 10 }), change, (place, by) => {
        expect(isValid(exchanged(pdf, place, by))).toBe(false)
      }),
      { seed: seedOf('an exchanged byte of a container'), numRuns: 400 },
    )
}, 120_000)

test.for([
  ['SG19 every byte of a detached container, exchanged for another', (container: Uint8Array) => container],
  ['SG19 the same where its values end with a mark', withEndMarks],
] as const)('%s', { timeout: 120_000 }, ([, form]) => {
  const container = form(detached)
  const isTaken = (bytes: Uint8Array) => checkDetached(bytes, { content: text, trust: world.trust, at }).outcome === 'valid'
  const every = fc.array(change, { minLength: container.length, maxLength: container.length, size: 'max' })
  const [changes] = fc.sample(every, { seed: seedOf('every byte of a container'), numRuns: 1 })
  expect(isTaken(container)).toBe(true)
  expect([...container.keys()].filter((place) => isTaken(exchanged(container, place, changes?.[place] ?? 1)))).toEqual([])
})
