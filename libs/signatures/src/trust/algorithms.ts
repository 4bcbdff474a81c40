import { constants, type KeyObject, type SigningOptions, verify } from 'node:crypto'
import { type Integer, Sequence } from 'asn1js'
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'

/** Digests that are still allowed to carry a signature, by their number. */
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const rsaEncryption = '1.2.840.113549.1.1.1'
const rsaPss = '1.2.840.113549.1.1.10'
/** Signatures that name their digest. */
const named: Readonly<Record<string, { key: 'rsa' | 'ec'; digest: string }>> = {
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
}
const shortestRsa = 2048
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1'])

/** The digest by its number, as Node names it; null when it is not allowed. */
export const digestOf = (algorithm: AlgorithmIdentifier): string | null =>
  isBare(algorithm) ? (digests[algorithm.algorithmId] ?? null) : null

/** Whether a key is long enough and of a kind that is known. */
export function isStrong(key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') return (details?.modulusLength ?? 0) >= shortestRsa
  return key.asymmetricKeyType === 'ec' && curves.has(details?.namedCurve ?? '')
}

/** How a signature is to be checked, in words and for Node. */
export interface Scheme {
  readonly key: 'rsa' | 'ec'
  readonly digest: string
  readonly options: SigningOptions
  readonly name: string
}

/**
 * The scheme that an identifier names, or null when it is weak or unknown.
 * @param digest what the signature says elsewhere about its digest; the two must agree
 */
export function schemeOf(algorithm: AlgorithmIdentifier, digest: string | null): Scheme | null {
  if (algorithm.algorithmId === rsaPss) return pssScheme(algorithm, digest)
  if (!isBare(algorithm)) return null
  if (algorithm.algorithmId === rsaEncryption) return digest === null ? null : scheme('rsa', digest)
  const found = named[algorithm.algorithmId]
  return found === undefined || (digest !== null && digest !== found.digest) ? null : scheme(found.key, found.digest)
}

const scheme = (key: 'rsa' | 'ec', digest: string): Scheme => ({
  key,
  digest,
  options: key === 'rsa' ? { padding: constants.RSA_PKCS1_PADDING } : { dsaEncoding: 'der' },
  name: `${key === 'rsa' ? 'RSA' : 'ECDSA'} ${digest.toUpperCase()}`,
})

function pssScheme(algorithm: AlgorithmIdentifier, digest: string | null): Scheme | null {
  if (!(algorithm.algorithmParams instanceof Sequence)) return null
  const parameters = new RSASSAPSSParams({ schema: algorithm.algorithmParams })
  const own = digestOf(parameters.hashAlgorithm)
  const mask = parameters.maskGenAlgorithm.algorithmParams
  const maskDigest = mask instanceof Sequence ? mask.valueBlock.value[0]?.valueBlock.toString() : null
  const same = own !== null && (digest === null || digest === own) && maskDigest === parameters.hashAlgorithm.algorithmId
  if (!same || parameters.trailerField !== 1) return null
  const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength }
  return { key: 'rsa', digest: own, options, name: `RSA-PSS ${own.toUpperCase()}` }
}

/** An identifier without parameters, or with the empty one. */
const isBare = ({ algorithmParams }: AlgorithmIdentifier): boolean =>
  algorithmParams === undefined ||
  (algorithmParams.idBlock.tagNumber === 5 && algorithmParams.idBlock.tagClass === 1 && algorithmParams.blockLength === 2)

/** Whether the signature over the bytes is that of the key. */
export function isSignedBy(key: KeyObject, { key: kind, digest, options }: Scheme, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (!(key.asymmetricKeyType ?? '').startsWith(kind)) return false
  try {
    return verify(digest, bytes, { key, ...options }, signature)
  } catch {
    return false
  }
}

/** A whole number of DER, as hexadecimal. */
export const serialOf = (serial: Integer): string => Buffer.from(serial.valueBlock.valueHexView).toString('hex')
