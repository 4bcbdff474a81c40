import type { Certificate } from '../trust/certificate.ts'
import type { Chain } from '../trust/chain.ts'
import { chainOf } from '../trust/chain.ts'
import type { Evidence } from '../trust/evidence.ts'
import { factsOf, nameOfHolder, statementsOf } from '../trust/facts.ts'
import { type JudgedTime, type Standing, standingOf } from '../trust/revocation.ts'
import { anchorsFor, type TrustList } from '../trust/trust.ts'
import type { Refusal, VerifiedSignature } from '../verdict.ts'
import type { WholeSignature } from './signer.ts'

/** What a signature is judged with. */
export interface Judging {
  readonly trust: TrustList
  /** When the signature was received. */
  readonly at: Date
  /** Certificates that came along. */
  readonly pool: readonly Certificate[]
  readonly evidence: Evidence
}

/** The time of a signature: what a trusted authority witnessed, and what the signer claims. */
export interface Times {
  readonly witnessed: { readonly at: Date; readonly by: string } | null
  readonly claimed: Date | null
}

/** Clocks differ by so much without anybody meaning harm. */
const clockMs = 10 * 60_000
/** Purposes under which a document may be signed; a certificate that names its purposes has to name one of them. */
const signingPurposes = new Set([
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
])

/** Judges a whole signature: whose it is, whether that was so at the time, and whether anybody vouches for it. */
export function judge(whole: WholeSignature, form: VerifiedSignature['form'], times: Times, judging: Judging): VerifiedSignature | Refusal {
  const { certificate } = whole
  const latest = times.witnessed?.at ?? judging.at
  if (times.claimed !== null && times.claimed.getTime() > latest.getTime() + clockMs) return 'impossible-time'
  if (!maySign(certificate)) return 'wrong-key-usage'
  const moments = times.witnessed === null ? [judging.at, ...(times.claimed === null ? [] : [times.claimed])] : [times.witnessed.at]
  const chain = chainOf(certificate, judging.pool, anchorsFor(judging.trust, 'signatures', [certificate, ...judging.pool]), moments)
  if (typeof chain === 'string') return chain
  const judged = { time: times.witnessed?.at ?? times.claimed ?? judging.at, witnessed: times.witnessed !== null }
  const revocation = revocationOf(chain, judging.evidence, judged)
  if (revocation === null) return 'revoked'
  return {
    form,
    algorithm: whole.algorithm,
    signer: nameOfHolder(certificate.parsed.subject),
    certificate: factsOf(certificate),
    time: {
      kind: times.witnessed === null ? 'claimed' : 'timestamped',
      at: (times.witnessed?.at ?? times.claimed)?.toISOString() ?? null,
      claimed: times.claimed?.toISOString() ?? null,
      witness: times.witnessed?.by ?? null,
    },
    trust: {
      list: judging.trust.name,
      anchor: chain.anchor.name,
      territory: chain.anchor.territory,
      qualifiedIssuer: chain.anchor.qualified,
      statements: statementsOf(certificate),
    },
    revocation,
  }
}

/** Whether the key of a certificate is one with which people sign documents. */
function maySign({ usage, purposes, isAuthority }: Certificate): boolean {
  const signs = usage !== null && (usage.has('nonRepudiation') || usage.has('digitalSignature'))
  return signs && !isAuthority && (purposes === null || purposes.all.some((purpose) => signingPurposes.has(purpose)))
}

const nobody: Standing = { status: 'good', by: null, asOf: null }

/** The standing of the signer and, as one, of all issuers below the anchor. Null when any of them was withdrawn. */
function revocationOf({ certificates, anchor }: Chain, evidence: Evidence, judged: JudgedTime): VerifiedSignature['revocation'] | null {
  const standings = certificates.map((certificate, index) =>
    certificate.der.equals(anchor.certificate.der)
      ? nobody
      : standingOf(certificate, certificates[index + 1] ?? anchor.certificate, evidence, judged),
  )
  if (standings.some(({ status }) => status === 'revoked')) return null
  const [signer = nobody, ...issuers] = standings
  return { signer, issuers: issuers.find(({ status }) => status === 'unknown') ?? issuers[0] ?? nobody }
}
