import { beforeAll, describe, expect, test } from 'vitest'
import { checkSignedPdf } from './check-signed-pdf.ts'
import { answerAbout, type CertificateWishes, type Holder, issue, listOfWithdrawn, monthMs } from './kit/authority-for-tests.ts'
import { anchorOf, documentOf, makeWorld, type SigningWishes, signerOf, signPdf, trustIn, type World } from './kit/signing-for-tests.ts'
import type { TrustList } from './trust/trust.ts'
import type { Verdict, VerifiedSignature } from './verdict.ts'

let world: World
let frozen: Uint8Array
beforeAll(async () => {
  world = await makeWorld()
  frozen = await documentOf('Član 1. Strane sarađuju. '.repeat(200))
})

interface More {
  readonly trust?: TrustList
  readonly at?: Date
  readonly frozen?: Uint8Array
}
const check = (pdf: Uint8Array, more: More = {}): Verdict =>
  checkSignedPdf(pdf, { frozen: more.frozen ?? frozen, trust: more.trust ?? world.trust, at: more.at ?? new Date() })
const reasonOf = (verdict: Verdict): string => (verdict.outcome === 'refused' ? verdict.reason : 'valid')
const only = (verdict: Verdict): VerifiedSignature => {
  const signature = verdict.outcome === 'valid' ? verdict.signatures[0] : undefined
  if (signature === undefined) throw new Error(`refused: ${reasonOf(verdict)}`)
  return signature
}
/** The verdict over a signature by a signer of the world's issuer. */
const signedBy = async (wishes: Partial<CertificateWishes>, signing: SigningWishes = {}): Promise<Verdict> =>
  check(await signPdf(frozen, await signerOf(world, wishes), signing))
const ago = (ms: number): Date => new Date(Date.now() - ms)

test('SG4 SG9 SG13 SG16 a signed document tells who signed it, when by their own word, and who vouches for it', async () => {
  const signature = only(check(await signPdf(frozen, world.signer, { claimed: ago(5_000) })))
  expect(signature).toMatchObject({
    form: 'PAdES',
    algorithm: 'ECDSA SHA256',
    signer: { commonName: 'Jelena Probić', organisation: 'Proba', country: 'RS' },
    certificate: { issuer: { commonName: 'Probni izdavalac' } },
    time: { kind: 'claimed', witness: null },
    trust: {
      list: 'probna lista',
      anchor: 'Probni koren',
      territory: 'RS',
      qualifiedIssuer: true,
      statements: { qualified: true, inDevice: true, for: [] },
    },
    revocation: { signer: { status: 'unknown' }, issuers: { status: 'unknown' } },
  })
  expect(signature.certificate.sha256).toMatch(/^[0-9a-f]{64}$/u)
  expect(JSON.parse(JSON.stringify(signature))).toEqual(signature)
})

test('SG16 a certificate that states nothing is not qualified, whoever issued it', async () => {
  expect(only(await signedBy({})).trust).toMatchObject({ qualifiedIssuer: true, statements: { qualified: false, inDevice: false } })
})

test('SG4 a signature over another text is refused with exactly that reason', async () => {
  expect(check(await signPdf(await documentOf('Drugi tekst.'), world.signer))).toEqual({
    outcome: 'refused',
    reason: 'another-text',
    signature: null,
  })
})

test('SG4 an issued document that comes back unsigned has no signature', () => {
  expect(reasonOf(check(frozen))).toBe('no-signature')
  expect(reasonOf(check(Buffer.concat([frozen, Buffer.from('\n\n')])))).toBe('no-signature')
  expect(reasonOf(check(Buffer.from('no pdf at all')))).toBe('not-a-pdf')
})

test('SG18 two institutions sign one after the other, and each signature stands', async () => {
  const second = await signerOf(world, { key: 'RSA-2048' })
  const verdict = check(await signPdf(await signPdf(frozen, world.signer), second))
  expect(verdict.outcome === 'valid' && verdict.signatures.map(({ signer, algorithm }) => [signer.commonName, algorithm])).toEqual([
    ['Jelena Probić', 'ECDSA SHA256'],
    ['Marko Probić', 'RSA SHA256'],
  ])
})

test('SG18 of two signatures the one that does not hold is named', async () => {
  const stranger = await issue(await issue(null, { name: 'Tuđi koren', authority: true }), { name: 'Stranac' })
  expect(check(await signPdf(await signPdf(frozen, world.signer), stranger))).toMatchObject({ reason: 'untrusted', signature: 1 })
  expect(check(await signPdf(await signPdf(frozen, stranger), world.signer))).toMatchObject({ reason: 'untrusted', signature: 0 })
})

test('SG9 the older form of PDF signatures is taken, and called so', async () => {
  expect(only(check(await signPdf(frozen, world.signer, { subFilter: 'adbe.pkcs7.detached' }))).form).toBe('PDF')
})

describe('who may sign', () => {
  test('SG11 an issuer that is not on the list', async () => {
    const other = await issue(null, { name: 'Probni koren', authority: true })
    const signed = await signPdf(frozen, world.signer)
    expect(reasonOf(check(signed, { trust: trustIn(anchorOf(other)) }))).toBe('untrusted')
    expect(reasonOf(check(signed, { trust: trustIn() }))).toBe('untrusted')
    expect(reasonOf(check(signed, { trust: trustIn(anchorOf(world.root, { for: 'timestamps' })) }))).toBe('untrusted')
  })

  test('SG11 an issuer that is on the list itself needs no root', async () => {
    const signed = await signPdf(frozen, world.signer, { chain: [] })
    expect(reasonOf(check(signed))).toBe('untrusted')
    expect(only(check(signed, { trust: trustIn(anchorOf(world.issuer, { name: 'Izdavalac' })) })).trust.anchor).toBe('Izdavalac')
  })

  test('SG11 an issuer whose word is not taken at the time', async () => {
    const signed = await signPdf(frozen, world.signer)
    const until = (moment: Date) => trustIn(anchorOf(world.root, { until: moment.toISOString() }))
    expect(reasonOf(check(signed, { trust: until(ago(60_000)) }))).toBe('untrusted')
    expect(reasonOf(check(signed, { trust: until(new Date(Date.now() + monthMs)) }))).toBe('valid')
  })

  test('SG11 one of very many on the list', async () => {
    const others = await Promise.all(Array.from({ length: 300 }, (_, index) => issue(null, { name: `Koren ${index}`, authority: true })))
    const namesake = await issue(null, { name: 'Probni koren', authority: true })
    const trust = trustIn(...[...others, namesake, world.root].map((holder) => anchorOf(holder)))
    expect(reasonOf(check(await signPdf(frozen, world.signer), { trust }))).toBe('valid')
  })

  const issuedBy = async (issuer: Holder): Promise<string> =>
    reasonOf(check(await signPdf(frozen, await issue(issuer, { name: 'Jelena Probić' }), { chain: [issuer, world.issuer] })))

  test('SG11 whoever may not issue certificates issues none', async () => {
    expect(await issuedBy(world.signer)).toBe('untrusted')
    expect(await issuedBy(await issue(world.issuer, { name: 'Bez potpisa', authority: true, usage: 0x02 }))).toBe('untrusted')
    expect(await issuedBy(await issue(world.issuer, { name: 'Nepoznato', authority: true, unknownCritical: true }))).toBe('untrusted')
    expect(await issuedBy(await issue(world.issuer, { name: 'Podizdavalac', authority: true }))).toBe('valid')
  })

  test.for<[string, Partial<CertificateWishes>, string]>([
    ['SG12 a key that only encrypts', { usage: 0x20 }, 'wrong-key-usage'],
    ['SG12 a certificate of a web server', { purposes: ['1.3.6.1.5.5.7.3.1'] }, 'wrong-key-usage'],
    ['SG12 an authority', { authority: true, usage: 0xc6 }, 'wrong-key-usage'],
    ['SG12 a key for e-mail, as many qualified ones are', { purposes: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'] }, 'valid'],
    ['SG12 a key for nothing but signing', { usage: 0x40 }, 'valid'],
    ['SG11 a certificate with an unknown critical extension', { unknownCritical: true }, 'untrusted'],
    ['SG10 a key of RSA with 1024 bits', { key: 'RSA-1024' }, 'weak-algorithm'],
    ['SG10 a certificate that was signed over SHA-1', { digest: 'SHA-1' }, 'weak-algorithm'],
    ['SG10 a key on P-384', { key: 'P-384' }, 'valid'],
    ['SG13 a certificate that has expired', { until: ago(3_600_000) }, 'expired'],
    ['SG13 a certificate that is not valid yet', { from: new Date(Date.now() + monthMs) }, 'not-yet-valid'],
  ])('%s', async ([, wishes, reason]) => {
    expect(reasonOf(await signedBy(wishes))).toBe(reason)
  })
})

describe('when it was signed', () => {
  test('SG13 SG14 a trusted timestamp witnesses the time', async () => {
    const at = ago(2 * 86_400_000)
    const signed = await signPdf(frozen, world.signer, { claimed: at, stampers: world.stampers, stampedAt: at })
    expect(only(check(signed)).time).toMatchObject({ kind: 'timestamped', witness: 'Probni žig vremena' })
  })

  test('SG13 a claim has to hold when the file is received as well; a witness holds for good', async () => {
    const brief = await signerOf(world, { until: ago(3_600_000) })
    const claimed = ago(2 * 3_600_000)
    expect(reasonOf(check(await signPdf(frozen, brief, { claimed })))).toBe('expired')
    expect(reasonOf(check(await signPdf(frozen, brief, { claimed }), { at: claimed }))).toBe('valid')
    expect(reasonOf(check(await signPdf(frozen, brief, { claimed, stampers: world.stampers, stampedAt: claimed })))).toBe('valid')
  })

  test('SG13 a time before the certificate, or after the receipt or the witness, is not taken', async () => {
    expect(reasonOf(check(await signPdf(frozen, world.signer, { claimed: ago(2 * monthMs) })))).toBe('not-yet-valid')
    expect(reasonOf(check(await signPdf(frozen, world.signer, { claimed: new Date(Date.now() + 3_600_000) })))).toBe('impossible-time')
    const stamped = await signPdf(frozen, world.signer, { claimed: new Date(), stampers: world.stampers, stampedAt: ago(3_600_000) })
    expect(reasonOf(check(stamped))).toBe('impossible-time')
  })

  test('SG14 a timestamp by nobody on the list leaves the claim', async () => {
    const root = await issue(null, { name: 'Tuđi koren', authority: true })
    const stampers = await issue(root, { name: 'Tuđi žig', usage: 0x80, purposes: ['1.3.6.1.5.5.7.3.8'] })
    expect(only(check(await signPdf(frozen, world.signer, { stampers }))).time.kind).toBe('claimed')
  })

  test('SG14 a timestamp by somebody who does other things too breaks the signature', async () => {
    const stampers = await issue(world.root, { name: 'Svaštar', usage: 0x80, purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4'] })
    expect(reasonOf(check(await signPdf(frozen, world.signer, { stampers })))).toBe('broken-signature')
  })

  test('SG6 SG14 a later timestamp over the whole file, with evidence, witnesses the signatures before it', async () => {
    const evidence = { getCRL: async () => listOfWithdrawn(world.issuer, []) }
    const archived = await signPdf(frozen, world.signer, { stampers: world.stampers, evidence, archive: true })
    const signature = only(check(archived))
    expect(signature.time.kind).toBe('timestamped')
    expect(signature.revocation.signer).toMatchObject({ status: 'good', by: 'crl' })
  })
})

describe('withdrawn certificates', () => {
  const withCrls = async (...crls: Promise<Uint8Array>[]): Promise<TrustList> => ({ ...world.trust, crls: await Promise.all(crls) })

  test('SG15 known from the lists beside the list of trust', async () => {
    const signed = await signPdf(frozen, world.signer)
    const signer = [{ holder: world.signer, at: ago(60_000) }]
    const issuer = [{ holder: world.issuer, at: ago(60_000) }]
    expect(reasonOf(check(signed, { trust: await withCrls(listOfWithdrawn(world.issuer, signer)) }))).toBe('revoked')
    expect(reasonOf(check(signed, { trust: await withCrls(listOfWithdrawn(world.root, issuer)) }))).toBe('revoked')
    const both = await withCrls(listOfWithdrawn(world.issuer, []), listOfWithdrawn(world.root, []))
    expect(only(check(signed, { trust: both })).revocation).toMatchObject({ signer: { status: 'good' }, issuers: { status: 'good' } })
  })

  test('SG15 a list that is stale, of somebody else, or forged says nothing', async () => {
    const signed = await signPdf(frozen, world.signer)
    const forger = { ...world.issuer, keys: world.signer.keys }
    const withdrawn = [{ holder: world.signer, at: ago(60_000) }]
    for (const list of [
      listOfWithdrawn(world.issuer, [], ago(2 * monthMs), ago(monthMs)),
      listOfWithdrawn(world.stampers, withdrawn),
      listOfWithdrawn(forger, withdrawn),
      Promise.resolve(Uint8Array.from([0x30, 0x03, 0x02, 0x01, 0x01])),
    ])
      expect(only(check(signed, { trust: await withCrls(list) })).revocation.signer.status).toBe('unknown')
  })

  test('SG15 known from what the file carries', async () => {
    const carrying = (evidence: NonNullable<SigningWishes['evidence']>) => signPdf(frozen, world.signer, { evidence })
    const answer = (good: boolean) => ({ getOCSP: async () => answerAbout(world.signer, world.issuer, good) })
    expect(only(check(await carrying(answer(true)))).revocation.signer).toMatchObject({ status: 'good', by: 'ocsp' })
    expect(reasonOf(check(await carrying(answer(false))))).toBe('revoked')
    const withdrawn = listOfWithdrawn(world.issuer, [{ holder: world.signer, at: ago(60_000) }])
    expect(reasonOf(check(await carrying({ getCRL: () => withdrawn })))).toBe('revoked')
  })

  test('SG15 withdrawn after a trusted witness saw the signature, it stands; without one it does not', async () => {
    const claimed = ago(7_200_000)
    const trust = await withCrls(listOfWithdrawn(world.issuer, [{ holder: world.signer, at: ago(3_600_000) }]))
    expect(reasonOf(check(await signPdf(frozen, world.signer, { claimed }), { trust }))).toBe('revoked')
    expect(reasonOf(check(await signPdf(frozen, world.signer, { claimed, stampers: world.stampers, stampedAt: claimed }), { trust }))).toBe(
      'valid',
    )
    const late = ago(60_000)
    const afterwards = await signPdf(frozen, world.signer, { claimed: late, stampers: world.stampers, stampedAt: late })
    expect(reasonOf(check(afterwards, { trust }))).toBe('revoked')
  })
})
