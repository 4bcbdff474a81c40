import { longestSignatureFile } from '@mreza/contracts-agreements'
import { refuser } from '@mreza/contracts-kernel'
import {
  Checker,
  CheckerBusy,
  type TrustList,
  usualCheckerLimits,
  usualLimits,
  type Verdict,
  type VerifiedSignature,
  verifyDetachedCms,
  verifySignedPdf,
} from '@mreza/signatures'
import { refusalFor } from '../domain/uploaded-signature.ts'

/** A file is checked well before its caller stops waiting. */
const checker = new Checker({ ...usualCheckerLimits, cpuMs: 8_000, queue: 8 })
const limits = { ...usualLimits, bytes: longestSignatureFile }

/** A file that came, and what it may be a signature of: the sealed text, in each of its languages. */
export interface Upload {
  readonly format: 'pades' | 'cms'
  readonly bytes: Uint8Array
  readonly sealed: readonly Uint8Array[]
}

const begins = (bytes: Uint8Array, beginning: Uint8Array): boolean => Buffer.compare(bytes.subarray(0, beginning.length), beginning) === 0

/** The verdict over the language that was signed. A signed PDF begins with it; a signature beside it is tried on each. */
async function verdictOver({ format, bytes, sealed }: Upload, trust: TrustList, at: Date): Promise<Verdict> {
  if (format === 'pades') {
    const frozen = sealed.find((document) => begins(bytes, document)) ?? sealed[0] ?? new Uint8Array()
    return verifySignedPdf(bytes, { frozen, trust, at }, limits, checker)
  }
  let verdict: Verdict = { outcome: 'refused', reason: 'another-text', signature: null }
  for (const content of sealed) {
    verdict = await verifyDetachedCms(bytes, { content, trust, at }, checker)
    if (verdict.outcome === 'valid' || verdict.reason !== 'another-text') return verdict
  }
  return verdict
}

/** The signatures in a file, every one of which holds over the sealed text (AG33). @throws Refused with the reason why not */
export async function verifyUpload(upload: Upload, trust: TrustList, at: Date): Promise<readonly VerifiedSignature[]> {
  const verdict = await verdictOver(upload, trust, at).catch((cause: unknown) => {
    throw cause instanceof CheckerBusy ? refuser({})('too-many-requests') : cause
  })
  if (verdict.outcome === 'refused') throw refusalFor(verdict.reason)
  return verdict.signatures
}
