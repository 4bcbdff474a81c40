import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { BitString, OctetString } from 'asn1js'
import { AuthorityKeyIdentifier, BasicConstraints, ExtKeyUsage, Certificate as Parsed } from 'pkijs'
import { schemeOf } from './algorithms.ts'

const extensions = {
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKey: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const
/** Extensions that may be critical because we keep to them, or because they only inform. */
const understood = new Set<string>([...Object.values(extensions), '2.5.29.32', '2.5.29.31', '2.5.29.17', '1.3.6.1.5.5.7.1.3'])
const keyUsageBits = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const
export type KeyUsage = (typeof keyUsageBits)[number]

/** A certificate, as far as checking a signature looks at it. */
export interface Certificate {
  readonly der: Buffer
  readonly parsed: Parsed
  readonly x509: X509Certificate
  readonly key: KeyObject
  /** The names in DER; equal names are equal bytes. */
  readonly subject: Buffer
  readonly issuer: Buffer
  readonly from: Date
  readonly until: Date
  /** Null when the certificate does not restrict its key. */
  readonly usage: ReadonlySet<KeyUsage> | null
  readonly purposes: { readonly all: readonly string[]; readonly critical: boolean } | null
  readonly isAuthority: boolean
  /** How many authorities may stand between it and the signer; null is any number. */
  readonly pathLength: number | null
  readonly subjectKeyId: Buffer | null
  readonly authorityKeyId: Buffer | null
  /** A critical extension that we do not know: whoever does not know it may not accept the certificate. */
  readonly unknownCritical: boolean
  /** It was itself signed with an algorithm that is still allowed. */
  readonly strong: boolean
}

/** Reads a certificate in DER. Null when the bytes are none, or none that we can use. */
export function readCertificate(der: Uint8Array): Certificate | null {
  try {
    const x509 = new X509Certificate(der)
    return Buffer.compare(x509.raw, der) === 0 ? certificateOf(x509, Parsed.fromBER(new Uint8Array(der))) : null
  } catch {
    return null
  }
}

function certificateOf(x509: X509Certificate, parsed: Parsed): Certificate {
  const extension = (id: string) => parsed.extensions?.find(({ extnID }) => extnID === id)
  const basic = extension(extensions.basicConstraints)?.parsedValue
  const authorityKey = extension(extensions.authorityKey)?.parsedValue
  const subjectKey = extension(extensions.subjectKey)?.parsedValue
  const ids = parsed.extensions?.map(({ extnID }) => extnID) ?? []
  if (new Set(ids).size !== ids.length) throw new TypeError('an extension stands twice')
  return {
    der: x509.raw,
    parsed,
    x509,
    key: x509.publicKey,
    subject: Buffer.from(parsed.subject.valueBeforeDecode),
    issuer: Buffer.from(parsed.issuer.valueBeforeDecode),
    from: parsed.notBefore.value,
    until: parsed.notAfter.value,
    usage: usageOf(extension(extensions.keyUsage)?.parsedValue),
    purposes: purposesOf(extension(extensions.extendedKeyUsage)),
    isAuthority: basic instanceof BasicConstraints && basic.cA,
    pathLength: basic instanceof BasicConstraints && typeof basic.pathLenConstraint === 'number' ? basic.pathLenConstraint : null,
    subjectKeyId: subjectKey instanceof OctetString ? Buffer.from(subjectKey.valueBlock.valueHexView) : null,
    authorityKeyId:
      authorityKey instanceof AuthorityKeyIdentifier && authorityKey.keyIdentifier !== undefined
        ? Buffer.from(authorityKey.keyIdentifier.valueBlock.valueHexView)
        : null,
    unknownCritical: (parsed.extensions ?? []).some(({ extnID, critical }) => critical && !understood.has(extnID)),
    strong: schemeOf(parsed.signatureAlgorithm, null) !== null,
  }
}

function usageOf(value: unknown): ReadonlySet<KeyUsage> | null {
  if (value === undefined) return null
  if (!(value instanceof BitString)) throw new TypeError('an unreadable key usage')
  const bits = value.valueBlock.valueHexView[0] ?? 0
  return new Set(keyUsageBits.filter((_usage, index) => (bits & (0x80 >> index)) !== 0))
}

function purposesOf(extension: { parsedValue?: unknown; critical: boolean } | undefined): Certificate['purposes'] {
  if (extension === undefined) return null
  if (!(extension.parsedValue instanceof ExtKeyUsage)) throw new TypeError('an unreadable purpose')
  return { all: extension.parsedValue.keyPurposes, critical: extension.critical }
}

/** Its SHA-256, as hexadecimal. */
export const fingerprintOf = (certificate: Certificate): string => createHash('sha256').update(certificate.der).digest('hex')

/** Whether one certificate was issued by the holder of another: by name, by key identifiers, and by the signature. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!certificate.issuer.equals(issuer.subject)) return false
  const [named, own] = [certificate.authorityKeyId, issuer.subjectKeyId]
  if (named !== null && own !== null && !named.equals(own)) return false
  return certificate.x509.verify(issuer.key)
}
