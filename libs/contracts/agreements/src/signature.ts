import { CivilDate, Instant, idOf, Line, PersonId } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DecisionOfBody } from './decision.ts'

/** The SHA-256 of something, in hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export type Sha256 = z.infer<typeof Sha256>

/** The three ways of signing: in Mreža, with a signature made elsewhere, on paper. */
export const SignatureMethod = z.enum(['recorded', 'uploaded', 'wet-ink'])
export type SignatureMethod = z.infer<typeof SignatureMethod>

/** By what the person confirmed for this one act that it is they (AG21); `demo` proves nothing and says so. */
export const Confirmation = z.enum(['password', 'two-factor', 'demo'])
export type Confirmation = z.infer<typeof Confirmation>

/** Given in Mreža. `confirmedBy` is `null` for signatures from before the confirmation was asked for. */
export const RecordedSignature = z.strictObject({ method: z.literal('recorded'), confirmedBy: Confirmation.nullable() })

/** Whether the chain of the signer's certificate ends at somebody we trust, and how qualified that is. */
export const SignatureTrust = z.enum(['qualified', 'trusted', 'unknown'])
export type SignatureTrust = z.infer<typeof SignatureTrust>

/** Made elsewhere with a certificate and verified against the sealed text. */
export const UploadedSignature = z.strictObject({
  method: z.literal('uploaded'),
  format: z.enum(['pades', 'cms']),
  /** Of the file that was uploaded. */
  fileHash: Sha256,
  /** The signer's name as the certificate says it. */
  signer: Line,
  certificate: z.strictObject({
    issuer: z.string().max(500),
    serialNumber: z.string().max(100),
    validFrom: Instant,
    validUntil: Instant,
    sha256: Sha256,
  }),
  /** When the signer says they signed; `null` when the signature does not say. */
  claimedAt: Instant.nullable(),
  /** When a time-stamping authority saw it; `null` without a stamp. */
  stampedAt: Instant.nullable(),
  trust: SignatureTrust,
  /** Whether revocation could be looked up, and that it was not revoked. */
  revocation: z.enum(['good', 'not-checked']),
  verifiedAt: Instant,
})
export type UploadedSignature = z.infer<typeof UploadedSignature>

/** What a scanned page may be. It is kept and given back as it came, never opened by the service. */
export const ScanMediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png'])
export type ScanMediaType = z.infer<typeof ScanMediaType>

/** The most bytes of a scanned page. */
export const longestScan = 4 * 1024 * 1024

/** On paper: recorded by one person from the scanned page, confirmed by another (AG23). */
export const WetInkSignature = z.strictObject({
  method: z.literal('wet-ink'),
  pageHash: Sha256,
  mediaType: ScanMediaType,
  signedOn: CivilDate,
  signerName: Line,
  signerFunction: Line,
  recordedBy: PersonId,
  recordedAt: Instant,
  confirmedBy: PersonId,
})
export type WetInkSignature = z.infer<typeof WetInkSignature>

/** How a signature was given, with what shows it. */
export const HowSigned = z.discriminatedUnion('method', [RecordedSignature, UploadedSignature, WetInkSignature])
export type HowSigned = z.infer<typeof HowSigned>

/** By what right somebody signs for a party: as its head, or as a deputy by a decision (AG22). */
export const Entitlement = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('head') }),
  z.strictObject({ as: z.literal('deputy'), decision: DecisionOfBody }),
])
export type Entitlement = z.infer<typeof Entitlement>

/** A signature: of which text, when, by whom, by what right and how. Nothing takes it away again (AG7). */
export const Signature = z.strictObject({
  signedAt: Instant,
  /** Who signed or uploaded; on paper nobody of Mreža need have: then `null`, and the name stands in `how`. */
  signedBy: PersonId.nullable(),
  textHash: Sha256,
  entitlement: Entitlement,
  how: HowSigned,
})
export type Signature = z.infer<typeof Signature>

export const WetInkId = idOf('WetInkId')
export type WetInkId = z.infer<typeof WetInkId>

/** A scanned page that waits for a second person (AG23). */
export const PendingWetInk = z.strictObject({
  id: WetInkId,
  pageHash: Sha256,
  mediaType: ScanMediaType,
  signedOn: CivilDate,
  signerName: Line,
  signerFunction: Line,
  entitlement: Entitlement,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type PendingWetInk = z.infer<typeof PendingWetInk>
