import type { Standing } from './trust/revocation.ts'

/** Why a file is refused. Stable: stored and translated by whoever uses this library. */
export const refusals = [
  /** The bytes are no PDF, or none that can be read in one way only. */
  'not-a-pdf',
  'too-large',
  /** It would unpack to more than it may. */
  'bomb',
  'encrypted',
  /** Checking it took more time or memory than allowed. */
  'too-costly',
  /** The bytes are no container of signatures. */
  'not-a-signature',
  'no-signature',
  /** What was signed is not the document that was issued. */
  'another-text',
  'changed-after-signing',
  /** The signature leaves out a part of the file. */
  'covers-not-all',
  'broken-signature',
  'weak-algorithm',
  'expired',
  'not-yet-valid',
  'revoked',
  'untrusted',
  'wrong-key-usage',
  /** It says that it was signed later than it was received or witnessed. */
  'impossible-time',
] as const
export type Refusal = (typeof refusals)[number]

/** Who a certificate says its holder is. `serialNumber` may be a personal number: it is a person's data. */
export interface SignerName {
  readonly commonName: string | null
  readonly organisation: string | null
  readonly serialNumber: string | null
  readonly country: string | null
}

export interface CertificateFacts {
  readonly subject: SignerName
  readonly issuer: SignerName
  /** Hexadecimal. */
  readonly serial: string
  readonly from: string
  readonly until: string
  readonly sha256: string
}

/** What the certificate states about itself as qualified (QcStatements). Its issuer says so; the list of trust says whether it may. */
export interface QualifiedStatements {
  readonly qualified: boolean
  /** The key is in a device that only the signer controls. */
  readonly inDevice: boolean
  readonly for: readonly ('signature' | 'seal' | 'web')[]
}

export interface SigningTime {
  /** `timestamped`: witnessed by a trusted authority. `claimed`: the signer's own word. */
  readonly kind: 'timestamped' | 'claimed'
  /** Null when the signer does not even claim one. */
  readonly at: string | null
  /** What the signer claims, in any case. */
  readonly claimed: string | null
  /** The authority that witnessed it. */
  readonly witness: string | null
}

export interface TrustFacts {
  readonly list: string
  readonly anchor: string
  readonly territory: string
  /** The list says that the issuer is a qualified one. */
  readonly qualifiedIssuer: boolean
  readonly statements: QualifiedStatements
}

/** A signature of which everything was checked. Plain data. */
export interface VerifiedSignature {
  readonly form: 'PAdES' | 'PDF' | 'CAdES'
  readonly algorithm: string
  readonly signer: SignerName
  readonly certificate: CertificateFacts
  readonly time: SigningTime
  readonly trust: TrustFacts
  readonly revocation: { readonly signer: Standing; readonly issuers: Standing }
}

export type Verdict =
  | { readonly outcome: 'valid'; readonly signatures: readonly VerifiedSignature[] }
  /** `signature` counts from 0 and says at which one it failed; null when it is about the file. */
  | { readonly outcome: 'refused'; readonly reason: Refusal; readonly signature: number | null }

export const refused = (reason: Refusal, signature: number | null = null): Verdict => ({ outcome: 'refused', reason, signature })
