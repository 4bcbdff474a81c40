import { agreementRefusals } from '@mreza/contracts-agreements'
import { refusals, type VerifiedSignature } from '@mreza/signatures'
import { expect, it } from 'vitest'
import { howUploaded, refusalFor } from './uploaded-signature.ts'

const at = '2026-06-01T10:00:00.000Z'
const nobody = { commonName: null, organisation: null, serialNumber: null, country: null }
const unknown = { status: 'unknown', by: null, asOf: null } as const
const good = { status: 'good', by: 'crl', asOf: at } as const

const found = (more: Partial<VerifiedSignature> = {}): VerifiedSignature => ({
  form: 'PAdES',
  algorithm: 'RSA SHA256',
  signer: { commonName: 'Jelena Probić', organisation: 'Dom zdravlja', serialNumber: 'PNORS-0101980000000', country: 'RS' },
  certificate: { subject: nobody, issuer: { ...nobody, commonName: 'CA 1' }, serial: '0a', from: at, until: at, sha256: 'a'.repeat(64) },
  time: { kind: 'claimed', at, claimed: at, witness: null },
  trust: {
    list: 'RS',
    anchor: 'CA',
    territory: 'RS',
    qualifiedIssuer: true,
    statements: { qualified: true, inDevice: true, for: ['signature'] },
  },
  revocation: { signer: good, issuers: good },
  ...more,
})
const file = { format: 'pades', sha256: 'b'.repeat(64), verifiedAt: at } as const

it('AG33: every reason for which a file is refused has a sentence', () => {
  for (const reason of refusals) expect(agreementRefusals).toHaveProperty(refusalFor(reason).code)
})

it('AG33: the signer’s personal number stays with the file and does not go with the signature', () => {
  const how = howUploaded(found(), file)
  expect(how).toMatchObject({ signer: 'Jelena Probić, Dom zdravlja, RS', certificate: { issuer: 'CA 1', serialNumber: '0a' } })
  expect(JSON.stringify(how)).not.toContain('PNORS')
})

it('AG33: a certificate without a name is known by its digest', () => {
  expect(howUploaded(found({ signer: nobody }), file).signer).toBe('a'.repeat(64))
})

it('AG33: qualified is what both the list and the certificate say; good is what is known of signer and issuers', () => {
  const plain = { ...found().trust, qualifiedIssuer: false }
  expect(howUploaded(found(), file)).toMatchObject({ trust: 'qualified', revocation: 'good' })
  expect(howUploaded(found({ trust: plain }), file).trust).toBe('trusted')
  expect(howUploaded(found({ revocation: { signer: good, issuers: unknown } }), file).revocation).toBe('not-checked')
})

it('AG33: only a witnessed time is called stamped', () => {
  expect(howUploaded(found(), file)).toMatchObject({ claimedAt: at, stampedAt: null })
  const time = { kind: 'timestamped', at, claimed: null, witness: 'TSA' } as const
  expect(howUploaded(found({ time }), file)).toMatchObject({ claimedAt: null, stampedAt: at })
})
