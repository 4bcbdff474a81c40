import { createHash, randomBytes } from 'node:crypto'
import { Integer, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs'
import { type Der, readDer } from '../cms/der.ts'
import type { Holder } from './authority-for-tests.ts'

const dataType = '1.2.840.113549.1.7.1'
const tstType = '1.2.840.113549.1.9.16.1.4'

/** How a container is made; what is not said is as in CAdES. */
export interface ContainerWishes {
  readonly holder: Holder
  readonly content: Uint8Array
  readonly chain?: readonly Holder[]
  readonly claimed?: Date
  readonly digest?: 'SHA-1' | 'SHA-256'
  /** Whether the signature names its certificate. */
  readonly bound?: boolean
  /** Names another certificate than the one that it comes with. */
  readonly boundTo?: Holder
  /** Whether the content is put into the container. */
  readonly attached?: boolean
  readonly type?: string
  readonly timestamp?: (signature: Uint8Array) => Promise<Uint8Array>
  readonly crls?: readonly Uint8Array[]
}

const hashName = { 'SHA-1': 'sha1', 'SHA-256': 'sha256' } as const
const ordered = (attributes: Attribute[]): Attribute[] =>
  [...attributes].sort((one, other) => Buffer.compare(Buffer.from(one.toSchema().toBER()), Buffer.from(other.toSchema().toBER())))

function signedAttributes(wishes: ContainerWishes, digest: 'SHA-1' | 'SHA-256'): Attribute[] {
  const messageDigest = createHash(hashName[digest]).update(wishes.content).digest()
  const named = createHash('sha256')
    .update((wishes.boundTo ?? wishes.holder).der)
    .digest()
  const octets = (bytes: Uint8Array) => new OctetString({ valueHex: new Uint8Array(bytes).buffer })
  const attribute = (type: string, value: unknown) => new Attribute({ type, values: [value] })
  return ordered([
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: wishes.type ?? dataType })),
    attribute('1.2.840.113549.1.9.4', octets(messageDigest)),
    ...(wishes.claimed === undefined ? [] : [attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: wishes.claimed }))]),
    ...(wishes.bound === false
      ? []
      : [
          attribute(
            '1.2.840.113549.1.9.16.2.47',
            new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [octets(named)] })] })] }),
          ),
        ]),
  ])
}

/** Makes a container of one signature (CMS), in DER. */
export async function makeContainer(wishes: ContainerWishes): Promise<Uint8Array> {
  const digest = wishes.digest ?? 'SHA-256'
  const { certificate, keys } = wishes.holder
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signedAttributes(wishes, digest) }),
  })
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: wishes.type ?? dataType })
  if (wishes.attached) encapContentInfo.eContent = new OctetString({ valueHex: new Uint8Array(wishes.content).buffer })
  const signed = new SignedData({
    version: (wishes.type ?? dataType) === dataType ? 1 : 3,
    encapContentInfo,
    signerInfos: [signer],
    certificates: [certificate, ...(wishes.chain ?? []).map((holder) => holder.certificate)],
  })
  await signed.sign(keys.privateKey, 0, digest, new Uint8Array(wishes.content).buffer)
  if (wishes.timestamp !== undefined) {
    const token = await wishes.timestamp(signer.signature.valueBlock.valueHexView)
    const content = ContentInfo.fromBER(new Uint8Array(token)).toSchema()
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [content] })],
    })
  }
  return new Uint8Array(new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) }).toSchema().toBER())
}

/** Makes a timestamp (RFC 3161) over a digest. */
export function makeTimestamp(authority: Holder, digest: Uint8Array, at: Date, chain: readonly Holder[] = []): Promise<Uint8Array> {
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digest).buffer }),
    }),
    serialNumber: new Integer({ valueHex: Uint8Array.from([1, ...randomBytes(7)]).buffer }),
    genTime: new Date(Math.floor(at.getTime() / 1_000) * 1_000),
  })
  const content = new Uint8Array(info.toSchema().toBER())
  return makeContainer({ holder: authority, chain, content, type: tstType, attached: true })
}

const encoded = (tag: number, content: Uint8Array): Buffer => {
  const { length } = content
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

/** The same container as programs write it that do not know the length when they begin: its outer values end with an end mark. */
export function withEndMarks(container: Uint8Array): Uint8Array {
  const marked = (der: Der, depth: number): Buffer => {
    if (depth === 0 || der.parts.length === 0) return encoded(der.tag, der.content)
    return Buffer.concat([Buffer.from([der.tag, 0x80]), ...der.parts.map((part) => marked(part, depth - 1)), Buffer.from([0, 0])])
  }
  const der = readDer(container)
  if (der === null) throw new Error('no container')
  return new Uint8Array(marked(der, 3))
}
