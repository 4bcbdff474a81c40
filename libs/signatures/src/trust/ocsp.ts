import { createHash } from 'node:crypto'
import { type BaseBlock, Constructed, GeneralizedTime } from 'asn1js'
import { BasicOCSPResponse, type CertID, OCSPResponse } from 'pkijs'
import { isSignedBy, schemeOf, serialOf } from './algorithms.ts'
import { type Certificate, isIssuedBy, readCertificate } from './certificate.ts'
import type { Statement } from './evidence.ts'

const basic = '1.3.6.1.5.5.7.48.1.1'
const mayAnswer = '1.3.6.1.5.5.7.3.9'
/** Only names an issuer here, and carries nothing; SHA-1 is what nearly all answers use for it. */
const namingDigests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** What an answer about withdrawal says about a certificate. Null when it is about another, or cannot be read or checked. */
export function ocspStatement(der: Uint8Array, certificate: Certificate, issuer: Certificate): Statement | null {
  try {
    const { responseStatus, responseBytes } = OCSPResponse.fromBER(new Uint8Array(der))
    if (responseStatus.valueBlock.valueDec !== 0 || responseBytes?.responseType !== basic) return null
    return statementOf(BasicOCSPResponse.fromBER(new Uint8Array(responseBytes.response.valueBlock.valueHexView)), certificate, issuer)
  } catch {
    return null
  }
}

function statementOf(answer: BasicOCSPResponse, certificate: Certificate, issuer: Certificate): Statement | null {
  const single = answer.tbsResponseData.responses.find(({ certID }) => isAbout(certID, certificate, issuer))
  const scheme = schemeOf(answer.signatureAlgorithm, null)
  if (single === undefined || scheme === null) return null
  const signature = answer.signature.valueBlock.valueHexView
  const responders = respondersOf(answer, issuer)
  if (!responders.some(({ key }) => isSignedBy(key, scheme, answer.tbsResponseData.tbsView, signature))) return null
  const status: BaseBlock = single.certStatus
  // Neither good nor withdrawn: the responder does not know it.
  if (status.idBlock.tagNumber > 1) return null
  return {
    by: 'ocsp',
    from: single.thisUpdate,
    next: single.nextUpdate ?? null,
    revokedAt: status.idBlock.tagNumber === 1 ? revokedAt(status) : null,
    complete: true,
  }
}

/** The issuer, and whoever it has entitled to answer in its place. */
const respondersOf = (answer: BasicOCSPResponse, issuer: Certificate): Certificate[] => {
  const sent = (answer.certs ?? []).slice(0, 4).flatMap((one) => readCertificate(new Uint8Array(one.toSchema().toBER())) ?? [])
  const { producedAt } = answer.tbsResponseData
  const entitled = sent.filter(
    (one) =>
      one.strong &&
      one.purposes?.all.includes(mayAnswer) === true &&
      one.from <= producedAt &&
      producedAt <= one.until &&
      isIssuedBy(one, issuer),
  )
  return [issuer, ...entitled]
}

function isAbout(id: CertID, certificate: Certificate, issuer: Certificate): boolean {
  const digest = namingDigests[id.hashAlgorithm.algorithmId]
  if (digest === undefined || serialOf(id.serialNumber) !== serialOf(certificate.parsed.serialNumber)) return false
  const key = issuer.parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  const same = (bytes: Uint8Array, hash: Uint8Array): boolean => createHash(digest).update(bytes).digest().equals(hash)
  return same(issuer.subject, id.issuerNameHash.valueBlock.valueHexView) && same(key, id.issuerKeyHash.valueBlock.valueHexView)
}

function revokedAt(status: BaseBlock): Date {
  const time = status instanceof Constructed ? status.valueBlock.value[0] : undefined
  return time instanceof GeneralizedTime ? time.toDate() : new Date(0)
}
