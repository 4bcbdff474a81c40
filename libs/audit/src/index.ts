/** Who did what, in the transaction that did it: append-only, chained by hash, with signed heads (rules D8 and D9). */
export { createAudit } from './create-audit.ts'
export { type AuditActor, type AuditEntry, record } from './record.ts'
export { type SignedHead, signHeads } from './sign-heads.ts'
export { type SigningOptions, startSigning } from './start-signing.ts'
export { type ChainReport, type VerifyOptions, verifyChains } from './verify-chains.ts'
