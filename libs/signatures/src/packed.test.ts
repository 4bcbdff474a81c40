import { seedOf } from '@mreza/testkit'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkSignedPdf } from './check-signed-pdf.ts'
import { checkPdf } from './inspect/check-pdf.ts'
import { usualLimits } from './inspect/limits.ts'
import { packedPdf, packedUpdate } from './kit/packed-for-tests.ts'
import { documentOf, makeWorld, signPdf, type World } from './kit/signing-for-tests.ts'
import { documentIn, firstPage, freeNumber, rootOf, withEntries } from './kit/updates-for-tests.ts'

let world: World
let signed: Uint8Array
const frozen = packedPdf()
beforeAll(async () => {
  world = await makeWorld()
  signed = await signPdf(frozen, world.signer)
})

const check = (pdf: Uint8Array): string => {
  const verdict = checkSignedPdf(pdf, { frozen, trust: world.trust, at: new Date() })
  return verdict.outcome === 'refused' ? verdict.reason : 'valid'
}

describe('documents whose objects are packed', () => {
  test('SG5 are inspected and signed like others', async () => {
    expect(await checkPdf(frozen, usualLimits)).toMatchObject({ outcome: 'fine', pages: 1, carries: [] })
    expect(check(signed)).toBe('valid')
    expect(check(await signPdf(signed, world.signer))).toBe('valid')
  })

  test('SG5 an update that says packed what held is none', async () => {
    expect(check(await signPdf(packedUpdate(frozen, { 1: withEntries(documentIn(frozen).root, {}) }), world.signer))).toBe('valid')
  })

  test('SG5 SG6 a page that is packed anew is a change', () => {
    const { number, dictionary } = firstPage(signed)
    expect(check(packedUpdate(signed, { [number]: withEntries(dictionary, { Rotate: '180' }) }))).toBe('changed-after-signing')
    expect(check(packedUpdate(signed, { [rootOf(signed)]: withEntries(documentIn(signed).root, { OpenAction: '<<>>' }) }))).toBe(
      'changed-after-signing',
    )
  })

  test('SG5 what holds others does not take the number of something else', () => {
    const { number } = firstPage(signed)
    const free = freeNumber(signed)
    expect(check(packedUpdate(signed, { [free]: 'null' }, { holder: number, references: free + 1 }))).toBe('changed-after-signing')
    expect(check(packedUpdate(signed, { [free]: 'null' }, { holder: free + 1, references: number }))).toBe('changed-after-signing')
  })
})

describe('SG3 whatever comes, an answer comes', () => {
  const someBytes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 })
  const spoiled = (pdf: Uint8Array, from: number, changes: readonly (readonly [number, number])[]): Uint8Array => {
    const bytes = new Uint8Array(pdf)
    for (const [place, byte] of changes) bytes[from + (place % (bytes.length - from))] = byte
    return bytes
  }

  test('SG3 a spoiled file is inspected without a fault', async () => {
    const files = [await documentOf('Član 1.'), signed]
    const outcome = fc.asyncProperty(fc.constantFrom(...files), someBytes, async (pdf, changes) => {
      expect(['fine', 'refused']).toContain((await checkPdf(spoiled(pdf, 0, changes), usualLimits)).outcome)
    })
    await fc.assert(outcome, { seed: seedOf('a spoiled file'), numRuns: 300 })
  })

  test('SG3 what is spoiled behind the issued document is answered without a fault', () => {
    // Behind the last signature of the second file stands an update that nobody signed and that changes nothing.
    const files = [signed, packedUpdate(signed, { 1: withEntries(documentIn(signed).root, {}) })]
    const outcome = fc.property(fc.constantFrom(...files), someBytes, (pdf, changes) => {
      const bytes = spoiled(pdf, frozen.length, changes)
      const reason = check(bytes)
      if (pdf === signed && Buffer.compare(bytes, pdf) !== 0) expect(reason).not.toBe('valid')
    })
    fc.assert(outcome, { seed: seedOf('a spoiled update'), numRuns: 500 })
  })
})
