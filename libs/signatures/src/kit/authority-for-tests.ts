import { createHash, randomBytes } from 'node:crypto'
import { BitString, Integer, ObjectIdentifier, OctetString, Sequence, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  BasicOCSPResponse,
  CertID,
  Certificate,
  CertificateRevocationList,
  Extension,
  Extensions,
  ExtKeyUsage,
  OCSPResponse,
  ResponseBytes,
  ResponseData,
  RevokedCertificate,
  SingleResponse,
  Time,
} from 'pkijs'

export const monthMs = 30 * 86_400_000

/** The holder of a certificate, with its key: an authority, a signer, whoever. */
export interface Holder {
  readonly keys: CryptoKeyPair
  readonly certificate: Certificate
  readonly der: Uint8Array
  /** Its issuer, or itself. */
  readonly issuer: Holder | null
}

/** How a certificate is made; what is not said is as for a signer who signs documents. */
export interface CertificateWishes {
  readonly name: string
  readonly from?: Date
  readonly until?: Date
  /** The first byte of a key usage. */
  readonly usage?: number
  readonly purposes?: readonly string[]
  readonly authority?: boolean
  readonly statements?: readonly string[]
  readonly key?: 'P-256' | 'P-384' | 'RSA-2048' | 'RSA-1024' | 'PSS-2048'
  readonly digest?: 'SHA-1' | 'SHA-256'
  readonly unknownCritical?: boolean
}

const keyOf = (kind: CertificateWishes['key']): RsaHashedKeyGenParams | EcKeyGenParams => {
  if (kind === undefined || kind === 'P-256' || kind === 'P-384') return { name: 'ECDSA', namedCurve: kind ?? 'P-256' }
  return {
    name: kind === 'PSS-2048' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
    modulusLength: kind === 'RSA-1024' ? 1_024 : 2_048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }
}

/** Makes a certificate with its key, issued by somebody, or by itself. */
export async function issue(issuer: Holder | null, wishes: CertificateWishes): Promise<Holder> {
  const keys = (await crypto.subtle.generateKey(keyOf(wishes.key), true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: serial() })
  putName(certificate.subject, wishes.name)
  certificate.notBefore = new Time({ type: 0, value: wholeSecond(wishes.from ?? new Date(Date.now() - monthMs)) })
  certificate.notAfter = new Time({ type: 0, value: wholeSecond(wishes.until ?? new Date(Date.now() + 12 * monthMs)) })
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  if (issuer === null) putName(certificate.issuer, wishes.name)
  else certificate.issuer = issuer.certificate.subject
  const keyId = keyIdOf(certificate)
  certificate.extensions = extensionsOf(wishes, keyId, issuer === null ? keyId : keyIdOf(issuer.certificate))
  await certificate.sign((issuer?.keys ?? keys).privateKey, wishes.digest ?? 'SHA-256')
  const der = new Uint8Array(certificate.toSchema(true).toBER())
  return { keys, certificate: Certificate.fromBER(der), der, issuer }
}

const wholeSecond = (time: Date): Date => new Date(Math.floor(time.getTime() / 1_000) * 1_000)
const serial = (): ArrayBuffer => Uint8Array.from([0x11, ...randomBytes(15)]).buffer
const keyIdOf = ({ subjectPublicKeyInfo }: Certificate): Uint8Array =>
  createHash('sha1').update(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest()

function putName(name: Certificate['subject'], commonName: string): void {
  const parts = { '2.5.4.6': 'RS', '2.5.4.10': 'Proba', '2.5.4.3': commonName }
  for (const [type, value] of Object.entries(parts))
    name.typesAndValues.push(new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }))
}

function extensionsOf(wishes: CertificateWishes, keyId: Uint8Array, issuerKeyId: Uint8Array): Extension[] {
  const authority = wishes.authority ?? false
  const usage = wishes.usage ?? (authority ? 0x06 : 0xc0)
  const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
    new Extension({ extnID, critical, extnValue: value.toBER() })
  const made = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: authority }).toSchema()),
    extension('2.5.29.15', true, new BitString({ valueHex: Uint8Array.from([usage]).buffer })),
    extension('2.5.29.14', false, new OctetString({ valueHex: new Uint8Array(keyId).buffer })),
    extension(
      '2.5.29.35',
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: new Uint8Array(issuerKeyId).buffer }) }).toSchema(),
    ),
  ]
  const purposes = wishes.purposes
  if (purposes !== undefined)
    made.push(extension('2.5.29.37', purposes.includes('1.3.6.1.5.5.7.3.8'), new ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema()))
  if (wishes.statements !== undefined) made.push(extension('1.3.6.1.5.5.7.1.3', false, statements(wishes.statements)))
  if (wishes.unknownCritical) made.push(extension('1.2.3.4.5', true, new Utf8String({ value: 'x' })))
  return made
}

const statements = (ids: readonly string[]): Sequence =>
  new Sequence({ value: ids.map((value) => new Sequence({ value: [new ObjectIdentifier({ value })] })) })

/** A list of withdrawn certificates of an authority. */
export async function listOfWithdrawn(
  issuer: Holder,
  withdrawn: readonly { holder: Holder; at: Date }[],
  from = new Date(Date.now() - 3_600_000),
  next: Date = new Date(Date.now() + monthMs),
): Promise<Uint8Array> {
  const list = new CertificateRevocationList()
  list.version = 1
  list.issuer = issuer.certificate.subject
  list.thisUpdate = new Time({ type: 0, value: wholeSecond(from) })
  list.nextUpdate = new Time({ type: 0, value: wholeSecond(next) })
  if (withdrawn.length > 0)
    list.revokedCertificates = withdrawn.map(
      ({ holder, at }) =>
        new RevokedCertificate({
          userCertificate: holder.certificate.serialNumber,
          revocationDate: new Time({ type: 0, value: wholeSecond(at) }),
        }),
    )
  list.crlExtensions = new Extensions({ extensions: [] })
  list.crlExtensions.extensions.push(new Extension({ extnID: '2.5.29.20', critical: false, extnValue: new Integer({ value: 1 }).toBER() }))
  await list.sign(issuer.keys.privateKey, 'SHA-256')
  return new Uint8Array(list.toSchema(true).toBER())
}

/** An answer about one certificate, by its issuer. */
export async function answerAbout(holder: Holder, issuer: Holder, good = true): Promise<Uint8Array> {
  const id = await CertID.create(holder.certificate, { issuerCertificate: issuer.certificate, hashAlgorithm: 'SHA-1' })
  const { Primitive, Constructed, GeneralizedTime } = await import('asn1js')
  const certStatus = good
    ? new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } })
    : new Constructed({
        idBlock: { tagClass: 3, tagNumber: 1 },
        value: [new GeneralizedTime({ valueDate: wholeSecond(new Date(Date.now() - 60_000)) })],
      })
  const now = wholeSecond(new Date(Date.now() - 1_000))
  const basic = new BasicOCSPResponse({
    tbsResponseData: new ResponseData({
      responderID: issuer.certificate.subject,
      producedAt: now,
      responses: [new SingleResponse({ certID: id, certStatus, thisUpdate: now, nextUpdate: new Date(now.getTime() + monthMs) })],
    }),
  })
  await basic.sign(issuer.keys.privateKey, 'SHA-256')
  const answer = new OCSPResponse()
  answer.responseStatus.valueBlock.valueDec = 0
  answer.responseBytes = new ResponseBytes({
    responseType: '1.3.6.1.5.5.7.48.1.1',
    response: new OctetString({ valueHex: basic.toSchema().toBER() }),
  })
  return new Uint8Array(answer.toSchema().toBER())
}

/** An algorithm without parameters. */
export const algorithm = (algorithmId: string): AlgorithmIdentifier => new AlgorithmIdentifier({ algorithmId })
