import { type agreementRefusals, refuseInAgreements, type UploadedSignature } from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'
import type { Refusal, SignerName, VerifiedSignature } from '@mreza/signatures'
import type { Agreement } from './agreement.ts'

/** What is said for each reason for which a file is refused. */
const refusals: Readonly<Record<Refusal, keyof typeof agreementRefusals>> = {
  'not-a-pdf': 'signature-file-not-readable',
  'too-large': 'signature-file-too-large',
  bomb: 'signature-file-not-readable',
  encrypted: 'signature-file-not-readable',
  'too-costly': 'signature-file-not-readable',
  'not-a-signature': 'signature-file-not-readable',
  'no-signature': 'signature-missing',
  'another-text': 'signature-of-another-text',
  'changed-after-signing': 'signature-changed-after',
  'covers-not-all': 'signature-changed-after',
  'broken-signature': 'signature-not-valid',
  'weak-algorithm': 'signature-too-weak',
  expired: 'signature-certificate-expired',
  'not-yet-valid': 'signature-certificate-expired',
  revoked: 'signature-certificate-revoked',
  untrusted: 'signature-not-trusted',
  'wrong-key-usage': 'signature-not-for-signing',
  'impossible-time': 'signature-time-impossible',
}

/** The refusal of a file for a reason (AG33). */
export const refusalFor = (reason: Refusal) => refuseInAgreements(refusals[reason], { field: 'file' })

const longestName = 200
const inOneLine = ({ commonName, organisation, country }: SignerName): string =>
  [commonName, organisation, country]
    .filter((part) => part !== null && part.trim() !== '')
    .join(', ')
    .slice(0, longestName)

/** The file that was uploaded, as far as the agreement keeps it beside the signature. */
export interface UploadedFile {
  readonly format: UploadedSignature['format']
  readonly sha256: string
  readonly verifiedAt: string
}

/** What is kept with a signature that was made elsewhere (AG33): what was found, and where nothing could be found, that. */
export const howUploaded = (found: VerifiedSignature, { format, sha256, verifiedAt }: UploadedFile): UploadedSignature => {
  const { certificate, time, trust, revocation } = found
  const known = revocation.signer.status === 'good' && revocation.issuers.status === 'good'
  return {
    method: 'uploaded',
    format,
    fileHash: sha256,
    signer: inOneLine(found.signer) || certificate.sha256,
    certificate: {
      issuer: inOneLine(certificate.issuer),
      serialNumber: certificate.serial,
      validFrom: certificate.from,
      validUntil: certificate.until,
      sha256: certificate.sha256,
    },
    claimedAt: time.claimed,
    stampedAt: time.kind === 'timestamped' ? time.at : null,
    trust: trust.qualifiedIssuer && trust.statements.qualified ? 'qualified' : 'trusted',
    revocation: known ? 'good' : 'not-checked',
    verifiedAt,
  }
}

/** With whose certificates other parties have signed. */
const usedByOthers = (agreement: Agreement, institutionId: InstitutionId): Set<string> =>
  new Set(
    agreement.parties.flatMap((party) => {
      const how = party.institutionId !== institutionId && 'how' in party.standing ? party.standing.how : null
      return how?.method === 'uploaded' ? [how.certificate.sha256] : []
    }),
  )

/**
 * The signature in a file that is this party's: the last. A file may have gone from hand to hand and carry the signatures of
 * those who signed first; one whose last signature is another party's was not signed by this one.
 */
export const ownSignature = (
  agreement: Agreement,
  institutionId: InstitutionId,
  found: readonly VerifiedSignature[],
): VerifiedSignature => {
  const used = usedByOthers(agreement, institutionId)
  const own = found.at(-1)
  if (own === undefined || used.has(own.certificate.sha256)) throw refuseInAgreements('signature-of-another-party', { field: 'file' })
  return own
}
