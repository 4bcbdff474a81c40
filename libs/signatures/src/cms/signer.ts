import { createHash } from 'node:crypto'
import { OctetString } from 'asn1js'
import { IssuerAndSerialNumber, type SignerInfo } from 'pkijs'
import { isSignedBy, isStrong, schemeOf, serialOf } from '../trust/algorithms.ts'
import type { Certificate } from '../trust/certificate.ts'
import { readSigned, type SignedAttributes } from './attributes.ts'
import { type Container, signerDigest } from './container.ts'

export type SignerFault = 'broken-signature' | 'weak-algorithm' | 'other-content'

/** A signature that is whole: somebody with the key of this certificate has signed this content. Who that is, is not yet asked. */
export interface WholeSignature {
  readonly certificate: Certificate
  readonly attributes: SignedAttributes
  readonly algorithm: string
  /** The value of the signature, which a timestamp witnesses. */
  readonly value: Uint8Array
}

/** Content in one piece or in several, one behind the other. */
export type Content = readonly Uint8Array[]

/**
 * Checks a signature over a content: digests, signed attributes, algorithm, key.
 * @param bound whether it must name its certificate (as CAdES and PAdES ask), or may leave that out (as older PDF does)
 */
export function checkSigner(signer: SignerInfo, container: Container, content: Content, bound: boolean): WholeSignature | SignerFault {
  try {
    return check(signer, container, content, bound)
  } catch {
    return 'broken-signature'
  }
}

function check(signer: SignerInfo, container: Container, content: Content, bound: boolean): WholeSignature | SignerFault {
  const digest = signerDigest(signer)
  const scheme = digest === null ? null : schemeOf(signer.signatureAlgorithm, digest)
  const certificate = certificateOf(signer, container.certificates)
  if (digest === null || scheme === null) return 'weak-algorithm'
  if (certificate === null || signer.signedAttrs === undefined) return 'broken-signature'
  if (!isStrong(certificate.key)) return 'weak-algorithm'
  const attributes = readSigned(signer.signedAttrs)
  if (!namesCertificate(attributes, certificate, bound)) return 'broken-signature'
  const value = signer.signature.valueBlock.valueHexView
  if (!isSignedBy(certificate.key, scheme, new Uint8Array(signer.signedAttrs.encodedValue), value)) return 'broken-signature'
  if (attributes.contentType !== container.contentType || attributes.messageDigest === null) return 'broken-signature'
  if (!digestOfContent(digest, content).equals(attributes.messageDigest)) return 'other-content'
  return { certificate, attributes, algorithm: scheme.name, value }
}

const digestOfContent = (digest: string, content: Content): Buffer => {
  const hash = createHash(digest)
  for (const part of content) hash.update(part)
  return hash.digest()
}

function namesCertificate({ certificate: named }: SignedAttributes, certificate: Certificate, bound: boolean): boolean {
  if (named === null) return !bound
  return createHash(named.digest).update(certificate.der).digest().equals(named.hash)
}

/** The certificate that the signature names, by issuer and number or by its key; the version says which. */
function certificateOf({ sid, version }: SignerInfo, certificates: readonly Certificate[]): Certificate | null {
  if (sid instanceof IssuerAndSerialNumber && version === 1) {
    const issuer = Buffer.from(sid.issuer.valueBeforeDecode)
    const serial = serialOf(sid.serialNumber)
    return certificates.find((one) => one.issuer.equals(issuer) && serialOf(one.parsed.serialNumber) === serial) ?? null
  }
  const key = version === 3 && sid?.idBlock?.tagClass === 3 ? keyIdOf(sid) : null
  return key === null ? null : (certificates.find(({ subjectKeyId }) => subjectKeyId?.equals(key)) ?? null)
}

const keyIdOf = (sid: { valueBlock: { valueHexView?: Uint8Array; value?: unknown[] } }): Uint8Array | null => {
  const inner = sid.valueBlock.value?.[0]
  return inner instanceof OctetString ? inner.valueBlock.valueHexView : (sid.valueBlock.valueHexView ?? null)
}
