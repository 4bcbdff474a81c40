import type { Certificate } from './certificate.ts'
import { crlStatement } from './crl.ts'
import type { Evidence, Statement } from './evidence.ts'
import { ocspStatement } from './ocsp.ts'

/** Whether a certificate had been withdrawn. `unknown` is no `good`: nobody entitled said anything that holds for the time. */
export interface Standing {
  readonly status: 'good' | 'unknown' | 'revoked'
  readonly by: 'crl' | 'ocsp' | null
  /** As of when, ISO 8601. */
  readonly asOf: string | null
}

const dayMs = 86_400_000

/** The time at which a signature is judged. */
export interface JudgedTime {
  readonly time: Date
  /** Somebody trusted has witnessed it. If nobody has, a withdrawal at any time counts. */
  readonly witnessed: boolean
}

/** What the evidence says about a certificate. */
export function standingOf(certificate: Certificate, issuer: Certificate, evidence: Evidence, judged: JudgedTime): Standing {
  const statements = [
    ...evidence.ocsps.map((der) => ocspStatement(der, certificate, issuer)),
    ...evidence.crls.map((der) => crlStatement(der, certificate, issuer)),
  ].filter((statement) => statement !== null)
  const against = statements.find(({ revokedAt }) => revokedAt !== null && (!judged.witnessed || revokedAt <= judged.time))
  if (against !== undefined) return { status: 'revoked', by: against.by, asOf: against.revokedAt?.toISOString() ?? null }
  const good = statements
    .filter((statement) => holdsAt(statement, judged.time))
    .sort((one, other) => other.from.getTime() - one.from.getTime())[0]
  if (good === undefined) return { status: 'unknown', by: null, asOf: null }
  return { status: 'good', by: good.by, asOf: good.from.toISOString() }
}

/** Whether a statement is late enough to tell about a time: made after it, or not yet to be replaced. */
const holdsAt = ({ complete, from, next }: Statement, time: Date): boolean =>
  complete && (from >= time || time <= (next ?? new Date(from.getTime() + dayMs)))
