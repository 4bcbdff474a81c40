import { checkSignature } from './cms/check-container.ts'
import { readContainer } from './cms/container.ts'
import type { TrustList } from './trust/trust.ts'
import { refused, type Verdict, type VerifiedSignature } from './verdict.ts'

/** With what a detached signature is checked. */
export interface DetachedChecking {
  /** What was issued to be signed: the bytes of the PDF, or of the canonical text. */
  readonly content: Uint8Array
  readonly trust: TrustList
  /** When the signature was received. */
  readonly at: Date
}

/** Checks a detached container (CAdES) over the bytes that were issued. Every signature in it must hold. */
export function checkDetached(bytes: Uint8Array, { content, trust, at }: DetachedChecking): Verdict {
  const container = readContainer(bytes)
  if (container === null) return refused('not-a-signature')
  if (container.signers.length === 0) return refused('no-signature')
  // A container that carries a content of its own would say what was signed; we say it.
  if (container.content !== null) return refused('another-text')
  const judging = { trust, at, pool: [], evidence: { crls: trust.crls, ocsps: [] } }
  const signatures: VerifiedSignature[] = []
  for (const [index, signer] of container.signers.entries()) {
    const reading = { form: 'CAdES', otherContent: 'another-text', claimed: null, witnesses: [] } as const
    const checked = checkSignature(signer, container, [content], reading, judging)
    if (typeof checked === 'string') return refused(checked, index)
    signatures.push(checked)
  }
  return { outcome: 'valid', signatures }
}
