export type { DetachedChecking } from './check-detached.ts'
export type { PdfChecking } from './check-signed-pdf.ts'
export type { Carried, Inspection } from './inspect/inspection.ts'
export { type PdfLimits, usualLimits } from './inspect/limits.ts'
export { checkSeal, type SealVerdict } from './seal/check-seal.ts'
export { makeSealKey, type SealKey } from './seal/seal-key.ts'
export { sealPdf } from './seal/seal-pdf.ts'
export { Checker, CheckerBusy, type CheckerLimits, usualCheckerLimits } from './thread/checker.ts'
export { type LoadedTrust, listFile, loadTrustList, type TrustFault } from './trust/load-trust-list.ts'
export type { Standing } from './trust/revocation.ts'
export type { TrustAnchor, TrustList } from './trust/trust.ts'
export {
  type CertificateFacts,
  type QualifiedStatements,
  type Refusal,
  refusals,
  type SignerName,
  type SigningTime,
  type TrustFacts,
  type Verdict,
  type VerifiedSignature,
} from './verdict.ts'
export { inspectPdf, verifyDetachedCms, verifySignedPdf } from './verify.ts'
