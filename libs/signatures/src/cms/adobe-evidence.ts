import { type BaseBlock, Constructed, Sequence } from 'asn1js'
import type { SignerInfo } from 'pkijs'
import type { Evidence } from '../trust/evidence.ts'
import { attributeTypes, valuesOf } from './attributes.ts'

/** The evidence that older PDF signatures carry among their signed attributes (`RevocationInfoArchival`). */
export function adobeEvidence(signer: SignerInfo): Evidence {
  const [value] = valuesOf(signer.signedAttrs, attributeTypes.adobeRevocation)
  const parts = value instanceof Sequence ? value.valueBlock.value : []
  return { crls: listIn(parts, 0), ocsps: listIn(parts, 1) }
}

function listIn(parts: readonly BaseBlock[], tag: number): Uint8Array[] {
  const part = parts.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === tag)
  const list = part instanceof Constructed ? part.valueBlock.value[0] : undefined
  return list instanceof Sequence ? list.valueBlock.value.slice(0, 20).map(({ valueBeforeDecodeView }) => valueBeforeDecodeView) : []
}
