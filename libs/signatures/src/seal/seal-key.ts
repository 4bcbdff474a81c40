import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'
import { BitString, Integer, OctetString, Utf8String } from 'asn1js'
import { AlgorithmIdentifier, AttributeTypeAndValue, BasicConstraints, Certificate, Extension, PublicKeyInfo, Time } from 'pkijs'

/** The key with which an installation seals what it gives out, as PEM. The private key is a secret. */
export interface SealKey {
  readonly certificate: string
  readonly privateKey: string
}

/** Makes a seal for an installation: a key on P-256 with a certificate that it gives itself. */
export function makeSealKey(name: string, from: Date, until: Date): SealKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const certificate = unsigned(name, from, until, publicKey.export({ type: 'spki', format: 'der' }))
  const ecdsaWithSha256 = new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
  certificate.signature = ecdsaWithSha256
  certificate.signatureAlgorithm = ecdsaWithSha256
  const signed = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.tbsView = signed
  certificate.signatureValue = new BitString({ valueHex: new Uint8Array(sign('sha256', signed, privateKey)).buffer })
  return {
    certificate: pem('CERTIFICATE', new Uint8Array(certificate.toSchema(true).toBER())),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function unsigned(name: string, from: Date, until: Date, spki: Buffer): Certificate {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.from([0x01, ...randomBytes(15)]).buffer })
  for (const party of [certificate.issuer, certificate.subject])
    party.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }))
  certificate.notBefore = new Time({ type: 0, value: from })
  certificate.notAfter = new Time({ type: 0, value: until })
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(new Uint8Array(spki))
  const keyId = createHash('sha1').update(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest()
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: new BasicConstraints({ cA: false }).toSchema().toBER() }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: new BitString({ valueHex: Uint8Array.from([0xc0]).buffer }).toBER() }),
    new Extension({ extnID: '2.5.29.14', critical: false, extnValue: new OctetString({ valueHex: new Uint8Array(keyId).buffer }).toBER() }),
  ]
  return certificate
}

const pem = (kind: string, der: Uint8Array): string =>
  `-----BEGIN ${kind}-----\n${Buffer.from(der)
    .toString('base64')
    .replaceAll(/.{64}(?!$)/gu, '$&\n')}\n-----END ${kind}-----\n`

/** The key for signing with it. @throws Error when it is not a key on P-256 with its own certificate */
export async function readSealKey({ certificate, privateKey }: SealKey): Promise<{ der: Uint8Array; key: CryptoKey }> {
  const x509 = new X509Certificate(certificate)
  const key = createPrivateKey(privateKey)
  if (!x509.checkPrivateKey(key)) throw new Error('the seal key and its certificate do not belong together')
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' })
  const imported = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  return { der: new Uint8Array(x509.raw), key: imported }
}
