import { type BaseBlock, Constructed, fromBER, Null, Sequence } from 'asn1js'
import { ContentInfo, SignedData, type SignerInfo } from 'pkijs'
import { digestOf } from '../trust/algorithms.ts'
import { type Certificate, readCertificate } from '../trust/certificate.ts'
import { isContainer } from './shape.ts'

const signedDataType = '1.2.840.113549.1.7.2'
/** Containers with more than this do not mean well. */
const most = { certificates: 40, crls: 20, signers: 10 }

/** A container of signatures (CMS), taken apart. */
export interface Container {
  /** The kind of what is signed. */
  readonly contentType: string
  /** What is signed, when the container holds it. */
  readonly content: Uint8Array | null
  readonly signers: readonly SignerInfo[]
  readonly certificates: readonly Certificate[]
  /** Lists of withdrawn certificates, in DER. */
  readonly crls: readonly Uint8Array[]
}

/** Reads a container. Null when the bytes are none, or say something in an unusual way. */
export function readContainer(bytes: Uint8Array): Container | null {
  if (!isContainer(bytes)) return null
  try {
    const whole = fromBER(new Uint8Array(bytes))
    if (whole.offset !== bytes.length || whole.result.error !== '') return null
    const info = new ContentInfo({ schema: whole.result })
    return info.contentType === signedDataType ? take(new SignedData({ schema: info.content }), info.content) : null
  } catch {
    return null
  }
}

function take(data: SignedData, raw: BaseBlock): Container | null {
  const certificates = membersOf(raw, 0)
  const crls = membersOf(raw, 1)
  const tooMany = certificates.length > most.certificates || crls.length > most.crls || data.signerInfos.length > most.signers
  if (tooMany || !agrees(data)) return null
  const inner = data.encapContentInfo.eContent
  return {
    contentType: data.encapContentInfo.eContentType,
    content: inner === undefined ? null : inner.valueBlock.valueHexView,
    signers: data.signerInfos,
    certificates: certificates.flatMap((der) => readCertificate(der) ?? []),
    crls: crls.filter((der) => der[0] === 0x30),
  }
}

/** Whether the container says of itself what its signatures say: their digests, and the versions that follow from its parts. */
function agrees({ version, digestAlgorithms, signerInfos, encapContentInfo }: SignedData): boolean {
  const said = new Set(digestAlgorithms.map((algorithm) => algorithm.algorithmId))
  const used = new Set(signerInfos.map(({ digestAlgorithm }) => digestAlgorithm.algorithmId))
  const bare = digestAlgorithms.every(({ algorithmParams }) => algorithmParams === undefined || algorithmParams instanceof Null)
  const byKey = signerInfos.some((signer) => signer.version === 3)
  const expected = byKey || encapContentInfo.eContentType !== '1.2.840.113549.1.7.1' ? 3 : 1
  return version === expected && bare && said.size === used.size && [...used].every((digest) => said.has(digest))
}

/** The members of one of the optional parts, as they stand in the bytes. */
function membersOf(signedData: BaseBlock, tag: number): Uint8Array[] {
  if (!(signedData instanceof Sequence)) return []
  const part = signedData.valueBlock.value.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === tag)
  return part instanceof Constructed ? part.valueBlock.value.map(({ valueBeforeDecodeView }) => valueBeforeDecodeView) : []
}

/** The digest of a signer, as Node names it. */
export const signerDigest = (signer: SignerInfo): string | null => digestOf(signer.digestAlgorithm)
