import { checkSignature } from './cms/check-container.ts'
import { readContainer } from './cms/container.ts'
import type { Judging } from './cms/judge.ts'
import { checkTimestamp, type Witness } from './cms/timestamp.ts'
import { changeOf } from './pdf/allowed-changes.ts'
import { pagesOf } from './pdf/document.ts'
import { evidenceIn } from './pdf/evidence-in.ts'
import { type Revision, readRevisions } from './pdf/revisions.ts'
import { type SignedRange, signedRangeOf } from './pdf/signed-range.ts'
import { PdfFault } from './pdf/values.ts'
import { type Certificate, readCertificate } from './trust/certificate.ts'
import type { TrustList } from './trust/trust.ts'
import { type Refusal, refused, type Verdict, type VerifiedSignature } from './verdict.ts'

/** With what a signed PDF is checked. */
export interface PdfChecking {
  /** The document as it was issued, byte by byte. */
  readonly frozen: Uint8Array
  readonly trust: TrustList
  /** When the file was received. */
  readonly at: Date
}

type Fault = { readonly reason: Refusal; readonly signature: number | null }

/** Checks the signatures that were added to an issued PDF. See the rules SG1 to SG16. */
export function checkSignedPdf(bytes: Uint8Array, checking: PdfChecking): Verdict {
  const ranges = rangesIn(bytes, checking.frozen)
  if ('reason' in ranges) return refused(ranges.reason, ranges.signature)
  if (!ranges.found.some(({ kind }) => kind === 'signature')) return refused('no-signature')
  const judging = judgingOf(ranges.last, checking)
  const witnesses: Witness[] = []
  const signatures: VerifiedSignature[] = []
  // From the last to the first: a later timestamp over the whole file witnesses every signature before it.
  for (let index = ranges.found.length - 1; index >= 0; index -= 1) {
    const range = ranges.found[index]
    if (range === undefined) continue
    const checked = range.kind === 'timestamp' ? documentTimestamp(range, judging) : signatureIn(range, witnesses, judging)
    if (typeof checked === 'string') return refused(checked, index)
    if ('at' in checked) witnesses.push(checked)
    else if ('signer' in checked) signatures.unshift(checked)
  }
  return { outcome: 'valid', signatures }
}

/** Reads what was added to the document, and whether all of it only signs. */
function rangesIn(bytes: Uint8Array, frozen: Uint8Array): Fault | { found: SignedRange[]; last: Revision | undefined } {
  if (!isPdf(bytes)) return { reason: 'not-a-pdf', signature: null }
  if (Buffer.compare(bytes.subarray(0, frozen.length), frozen) !== 0) return { reason: 'another-text', signature: null }
  const found: SignedRange[] = []
  let closed = false
  let last: Revision | undefined
  try {
    const { base, revisions } = readRevisions(bytes, frozen.length)
    const pages = pagesOf(base)
    for (const revision of revisions) {
      last = revision
      const { signatures } = changeOf(base, revision, pages)
      for (const signature of signatures) {
        const range = signedRangeOf(bytes, revision, signature)
        if (typeof range === 'string') return { reason: range, signature: found.length }
        if (closed && range.kind === 'signature') return { reason: 'changed-after-signing', signature: found.length }
        closed ||= range.closes
        found.push(range)
      }
    }
    return { found, last }
  } catch (fault) {
    if (!(fault instanceof PdfFault)) throw fault
    return { reason: found.length === 0 ? 'another-text' : 'changed-after-signing', signature: null }
  }
}

/** What keeps the bytes behind a document from being signatures alone; null when nothing does. Whose they are is not asked. */
export function faultBehind(bytes: Uint8Array, frozen: Uint8Array): Refusal | null {
  const ranges = rangesIn(bytes, frozen)
  if (!('reason' in ranges)) return null
  return ranges.reason === 'another-text' ? 'changed-after-signing' : ranges.reason
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

function judgingOf(last: Revision | undefined, { trust, at }: PdfChecking): Judging {
  const { certificates, crls, ocsps } = evidenceIn(last?.after)
  const pool: Certificate[] = certificates.flatMap((der) => readCertificate(der) ?? [])
  return { trust, at, pool, evidence: { crls: [...trust.crls, ...crls], ocsps } }
}

const forms: Readonly<Record<string, 'PAdES' | 'PDF'>> = { 'ETSI.CAdES.detached': 'PAdES', 'adbe.pkcs7.detached': 'PDF' }

function signatureIn(range: SignedRange, witnesses: readonly Witness[], judging: Judging): VerifiedSignature | Refusal {
  const form = forms[range.subFilter]
  const container = readContainer(range.container)
  // The older forms sign a SHA-1 digest.
  if (form === undefined) return 'weak-algorithm'
  const [signer, ...more] = container?.signers ?? []
  if (container === null || signer === undefined || more.length > 0 || container.content !== null) return 'broken-signature'
  return checkSignature(
    signer,
    container,
    range.signed,
    { form, otherContent: 'changed-after-signing', claimed: range.claimed, witnesses },
    judging,
  )
}

function documentTimestamp(
  range: SignedRange,
  judging: Judging,
): Refusal | { readonly at: Date; readonly by: string } | { readonly unknown: true } {
  const witness = checkTimestamp(range.container, range.signed, judging)
  if (witness === 'broken') return 'broken-signature'
  return witness === 'untrusted' ? { unknown: true } : witness
}
