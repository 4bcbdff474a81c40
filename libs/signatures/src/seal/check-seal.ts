import { X509Certificate } from 'node:crypto'
import { checkSignedPdf, faultBehind } from '../check-signed-pdf.ts'
import type { TrustList } from '../trust/trust.ts'
import type { Refusal, VerifiedSignature } from '../verdict.ts'

/** What a sealed PDF is: sealed as it stands, or sealed and then only signed; or why not. */
export type SealVerdict =
  | { readonly outcome: 'sealed'; readonly seal: VerifiedSignature; readonly sealedBytes: number; readonly signedSince: boolean }
  | { readonly outcome: 'refused'; readonly reason: Refusal }

const mostEnds = 50

/** Checks that a PDF carries the seal of a certificate, whole, and that nothing but signatures came after it. */
export function checkSeal(bytes: Uint8Array, certificate: string, at: Date): SealVerdict {
  const trust = onlySeal(certificate)
  const ends = endsIn(bytes)
  let reason: Refusal = 'no-signature'
  for (const [index, end] of ends.entries()) {
    const before = ends[index - 1]
    if (before === undefined) continue
    const verdict = checkSignedPdf(bytes.subarray(0, end), { frozen: bytes.subarray(0, before), trust, at })
    const seal = verdict.outcome === 'valid' ? verdict.signatures[0] : undefined
    // Not every mark is an end: behind one that is none nothing can be read.
    if (verdict.outcome === 'refused' && verdict.reason !== 'another-text') reason = verdict.reason
    if (seal === undefined) continue
    const since = end === bytes.length ? null : faultBehind(bytes, bytes.subarray(0, end))
    return since === null
      ? { outcome: 'sealed', seal, sealedBytes: end, signedSince: end < bytes.length }
      : { outcome: 'refused', reason: since }
  }
  return { outcome: 'refused', reason }
}

const onlySeal = (certificate: string): TrustList => ({
  name: 'seal',
  crls: [],
  anchors: [
    {
      der: new Uint8Array(new X509Certificate(certificate).raw),
      name: 'seal',
      territory: '',
      qualified: false,
      for: 'signatures',
      from: null,
      until: null,
    },
  ],
})

/** Where the file could end: behind each mark of an end, and the line on which it stands. */
function endsIn(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const ends: number[] = []
  for (let at = text.indexOf('%%EOF'); at >= 0 && ends.length < mostEnds; at = text.indexOf('%%EOF', at + 5)) {
    let end = at + 5
    if (text[end] === 13) end += 1
    if (text[end] === 10) end += 1
    ends.push(end)
  }
  return ends
}
