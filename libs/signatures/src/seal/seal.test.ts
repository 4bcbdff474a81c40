import { beforeAll, expect, test } from 'vitest'
import { checkSignedPdf } from '../check-signed-pdf.ts'
import { monthMs } from '../kit/authority-for-tests.ts'
import { documentOf, makeWorld, signPdf, type World } from '../kit/signing-for-tests.ts'
import { documentIn, rootOf, updated, withEntries } from '../kit/updates-for-tests.ts'
import { checkSeal } from './check-seal.ts'
import { makeSealKey, type SealKey } from './seal-key.ts'
import { sealPdf } from './seal-pdf.ts'

let world: World
let pdf: Uint8Array
let key: SealKey
let sealed: Uint8Array
const at = new Date()
const newKey = () => makeSealKey('Mreža, proba', new Date(at.getTime() - monthMs), new Date(at.getTime() + monthMs))
beforeAll(async () => {
  world = await makeWorld()
  pdf = await documentOf('Potvrda o potpisivanju.')
  key = newKey()
  sealed = await sealPdf(pdf, key, { at, reason: 'Potvrda' })
})

test('SG21 a sealed PDF is checked against the certificate of the seal alone', () => {
  expect(checkSeal(sealed, key.certificate, at)).toMatchObject({
    outcome: 'sealed',
    sealedBytes: sealed.length,
    signedSince: false,
    seal: { signer: { commonName: 'Mreža, proba' }, form: 'PAdES' },
  })
})

test('SG21 signatures may come after the seal, and hold over the sealed document', async () => {
  const signed = await signPdf(sealed, world.signer)
  expect(checkSeal(signed, key.certificate, at)).toMatchObject({ outcome: 'sealed', sealedBytes: sealed.length, signedSince: true })
  expect(checkSignedPdf(signed, { frozen: sealed, trust: world.trust, at: new Date() })).toMatchObject({
    outcome: 'valid',
    signatures: [{ signer: { commonName: 'Jelena Probić' } }],
  })
})

test('SG21 anything else after the seal is a change', () => {
  const changed = updated(sealed, { [rootOf(sealed)]: withEntries(documentIn(sealed).root, { OpenAction: '<</S/JavaScript>>' }) })
  expect(checkSeal(changed, key.certificate, at)).toEqual({ outcome: 'refused', reason: 'changed-after-signing' })
})

test('SG21 a seal of somebody else, a changed byte, or no seal is refused', async () => {
  expect(checkSeal(sealed, newKey().certificate, at)).toEqual({ outcome: 'refused', reason: 'untrusted' })
  expect(checkSeal(pdf, key.certificate, at)).toEqual({ outcome: 'refused', reason: 'no-signature' })
  const changed = new Uint8Array(sealed)
  changed[200] = (changed[200] ?? 0) ^ 1
  expect(checkSeal(changed, key.certificate, at).outcome).toBe('refused')
})

test('SG21 a key and a certificate that do not belong together seal nothing', async () => {
  const other = newKey()
  await expect(sealPdf(pdf, { ...key, privateKey: other.privateKey }, { at, reason: 'Potvrda' })).rejects.toThrow('do not belong together')
})
