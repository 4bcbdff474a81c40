import { createHash } from 'node:crypto'
import { CryptoKeySigner, PDF, type RevocationProvider, type TimestampAuthority } from '@libpdf/core'
import { documentTemplate, renderPdf } from '@mreza/documents'
import type { TrustAnchor, TrustList } from '../trust/trust.ts'
import { type CertificateWishes, type Holder, issue } from './authority-for-tests.ts'
import { makeTimestamp } from './container-for-tests.ts'

/** A whole throw-away world of issuers, made anew in each run. */
export interface World {
  readonly root: Holder
  readonly issuer: Holder
  readonly stampers: Holder
  readonly signer: Holder
  readonly trust: TrustList
}

export const anchorOf = (holder: Holder, more: Partial<TrustAnchor> = {}): TrustAnchor => ({
  der: holder.der,
  name: 'Probni koren',
  territory: 'RS',
  qualified: true,
  for: 'both',
  from: null,
  until: null,
  ...more,
})

export const trustIn = (...anchors: TrustAnchor[]): TrustList => ({ name: 'probna lista', anchors, crls: [] })

export async function makeWorld(): Promise<World> {
  const root = await issue(null, { name: 'Probni koren', authority: true })
  const issuer = await issue(root, { name: 'Probni izdavalac', authority: true })
  const stampers = await issue(root, { name: 'Probni žig vremena', usage: 0x80, purposes: ['1.3.6.1.5.5.7.3.8'] })
  const signer = await issue(issuer, { name: 'Jelena Probić', statements: ['0.4.0.1862.1.1', '0.4.0.1862.1.4'] })
  return { root, issuer, stampers, signer, trust: trustIn(anchorOf(root)) }
}

/** A signer of the world's issuer with other wishes. */
export const signerOf = (world: World, wishes: Partial<CertificateWishes> = {}): Promise<Holder> =>
  issue(world.issuer, { name: 'Marko Probić', ...wishes })

const sr = (text: string) => ({ text, lang: 'sr' })

/** A document as our own typesetter sets it. */
export const documentOf = (words: string): Promise<Uint8Array> =>
  renderPdf(documentTemplate, {
    title: sr('Sporazum'),
    subtitle: null,
    head: [sr('proba')],
    footer: { lines: [sr('proba')], pages: 'strana {{page}} od {{pages}}' },
    scale: 1,
    keywords: ['sha256:00'],
    blocks: [{ kind: 'words', words: sr(words) }],
  })

/** How a PDF is signed; what is not said is PAdES B-B. */
export interface SigningWishes {
  readonly chain?: readonly Holder[]
  readonly claimed?: Date
  readonly stampers?: Holder
  readonly stampedAt?: Date
  readonly evidence?: RevocationProvider
  readonly archive?: boolean
  readonly subFilter?: 'adbe.pkcs7.detached'
}

/** Signs a PDF as a signing program would: PAdES, as an update at the end. */
export async function signPdf(pdf: Uint8Array, holder: Holder, wishes: SigningWishes = {}): Promise<Uint8Array> {
  const document = await PDF.load(pdf)
  const algorithm = holder.certificate.subjectPublicKeyInfo.algorithm.algorithmId === '1.2.840.10045.2.1' ? 'ECDSA' : 'RSASSA-PKCS1-v1_5'
  const chain = (wishes.chain ?? (holder.issuer === null ? [] : [holder.issuer])).map(({ der }) => der)
  const signer = new CryptoKeySigner(holder.keys.privateKey, holder.der, algorithm === 'ECDSA' ? 'EC' : 'RSA', algorithm, chain)
  const stamper = wishes.stampers === undefined ? {} : { timestampAuthority: stamperOf(wishes.stampers, wishes.stampedAt ?? new Date()) }
  const lasting = wishes.evidence === undefined ? {} : { longTermValidation: true, revocationProvider: wishes.evidence }
  const { bytes } = await document.sign({
    signer,
    signingTime: wishes.claimed ?? new Date(),
    ...(wishes.subFilter === undefined ? {} : { subFilter: wishes.subFilter }),
    ...stamper,
    ...lasting,
    archivalTimestamp: wishes.archive ?? false,
  })
  return bytes
}

const stamperOf = (holder: Holder, at: Date): TimestampAuthority => ({
  timestamp: (digest) => makeTimestamp(holder, digest, at),
})

/** The digest that a timestamp is made over. */
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
