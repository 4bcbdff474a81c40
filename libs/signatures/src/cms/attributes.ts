import { type BaseBlock, GeneralizedTime, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import { AlgorithmIdentifier, type SignedAndUnsignedAttributes } from 'pkijs'
import { digestOf } from '../trust/algorithms.ts'

export const attributeTypes = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  adobeRevocation: '1.2.840.113583.1.1.8',
} as const

/** All values of an attribute, wherever it stands. */
export const valuesOf = (attributes: SignedAndUnsignedAttributes | undefined, type: string): readonly BaseBlock[] =>
  attributes?.attributes.filter((attribute) => attribute.type === type).flatMap(({ values }): BaseBlock[] => values) ?? []

/** The one value of an attribute; null when there is none. @throws TypeError when it stands twice or has several values */
export function oneValueOf(attributes: SignedAndUnsignedAttributes | undefined, type: string): BaseBlock | null {
  const [value = null, ...more] = valuesOf(attributes, type)
  if (more.length > 0) throw new TypeError('an attribute with several values')
  return value
}

/** What the signed attributes say. */
export interface SignedAttributes {
  readonly contentType: string | null
  readonly messageDigest: Uint8Array | null
  readonly signingTime: Date | null
  /** The digest of the signer's certificate, by which it cannot be exchanged for another with the same key. */
  readonly certificate: { readonly digest: string; readonly hash: Uint8Array } | null
}

/** @throws TypeError when one of them is not as it should be */
export function readSigned(attributes: SignedAndUnsignedAttributes): SignedAttributes {
  const contentType = oneValueOf(attributes, attributeTypes.contentType)
  const messageDigest = oneValueOf(attributes, attributeTypes.messageDigest)
  const time = oneValueOf(attributes, attributeTypes.signingTime)
  const certificate = oneValueOf(attributes, attributeTypes.signingCertificate)
  return {
    contentType: contentType instanceof ObjectIdentifier ? contentType.valueBlock.toString() : null,
    messageDigest: messageDigest instanceof OctetString ? messageDigest.valueBlock.valueHexView : null,
    signingTime: time instanceof UTCTime || time instanceof GeneralizedTime ? time.toDate() : null,
    certificate: certificate === null ? null : boundCertificate(certificate),
  }
}

const childOf = (block: BaseBlock | undefined, index: number): BaseBlock | undefined =>
  block instanceof Sequence ? block.valueBlock.value[index] : undefined

/** The first entry of SigningCertificateV2: an algorithm, or none for SHA-256, and the hash. */
function boundCertificate(value: BaseBlock): { digest: string; hash: Uint8Array } {
  const entry = childOf(childOf(value, 0), 0)
  const first = childOf(entry, 0)
  const hash = first instanceof OctetString ? first : childOf(entry, 1)
  const digest = first instanceof Sequence ? digestOf(new AlgorithmIdentifier({ schema: first })) : 'sha256'
  if (!(hash instanceof OctetString) || digest === null) throw new TypeError('an unreadable certificate digest')
  return { digest, hash: hash.valueBlock.valueHexView }
}
