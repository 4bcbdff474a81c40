import { CertificateRevocationList, IssuingDistributionPoint } from 'pkijs'
import { isSignedBy, schemeOf, serialOf } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import type { Statement } from './evidence.ts'

const distribution = '2.5.29.28'

/** What a list of withdrawn certificates says about one. Null when it is not the issuer's, or cannot be read or checked. */
export function crlStatement(der: Uint8Array, certificate: Certificate, issuer: Certificate): Statement | null {
  // Most lists are of somebody else; that is seen without reading them.
  if (!Buffer.from(der.buffer, der.byteOffset, Math.min(der.length, 4_096)).includes(issuer.subject)) return null
  try {
    return statementOf(CertificateRevocationList.fromBER(new Uint8Array(der)), certificate, issuer)
  } catch {
    return null
  }
}

function statementOf(list: CertificateRevocationList, certificate: Certificate, issuer: Certificate): Statement | null {
  const scheme = schemeOf(list.signatureAlgorithm, null)
  const mayList = issuer.usage === null || issuer.usage.has('cRLSign')
  const own = Buffer.from(list.issuer.valueBeforeDecode).equals(issuer.subject)
  if (scheme === null || !mayList || !own) return null
  if (!isSignedBy(issuer.key, scheme, list.tbsView, list.signatureValue.valueBlock.valueHexView)) return null
  const serial = serialOf(certificate.parsed.serialNumber)
  const entry = list.revokedCertificates?.find(({ userCertificate }) => serialOf(userCertificate) === serial)
  return {
    by: 'crl',
    from: list.thisUpdate.value,
    next: list.nextUpdate?.value ?? null,
    revokedAt: entry?.revocationDate.value ?? null,
    complete: isComplete(list, certificate),
  }
}

/** Whether the list is about all certificates such as this one. A part of a list says nothing by silence. */
function isComplete(list: CertificateRevocationList, certificate: Certificate): boolean {
  const critical = list.crlExtensions?.extensions.filter(({ critical }) => critical) ?? []
  return critical.every(({ extnID, parsedValue }) => {
    if (extnID !== distribution || !(parsedValue instanceof IssuingDistributionPoint)) return false
    if (parsedValue.indirectCRL || parsedValue.onlyContainsAttributeCerts || parsedValue.onlySomeReasons !== undefined) return false
    if (parsedValue.onlyContainsUserCerts && certificate.isAuthority) return false
    if (parsedValue.onlyContainsCACerts && !certificate.isAuthority) return false
    return isOwnPoint(parsedValue, certificate)
  })
}

/** Whether a list that is published at one place is the one that the certificate names. */
function isOwnPoint({ distributionPoint }: IssuingDistributionPoint, certificate: Certificate): boolean {
  if (distributionPoint === undefined) return true
  const points = certificate.parsed.extensions?.find(({ extnID }) => extnID === '2.5.29.31')?.extnValue.valueBlock.valueHexView
  const named = Array.isArray(distributionPoint) ? distributionPoint.map(({ value }: { value: unknown }) => value) : []
  return points !== undefined && named.some((name) => typeof name === 'string' && Buffer.from(points).includes(name, 0, 'latin1'))
}
