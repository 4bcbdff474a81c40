import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * First byte of everything sealed: which algorithm and which layout. 1 is AES-256-GCM:
 * `version (1) | nonce (12) | ciphertext | tag (16)`. A new algorithm gets a new number; old bytes stay readable.
 */
const aes256gcm = 1
const nonceBytes = 12
const tagBytes = 16
const keyBytes = 32

/** The bytes are not what was sealed in this place with this key. It does not say which of these differs. */
export class Unsealable extends Error {
  constructor() {
    super('the sealed bytes cannot be opened here')
    this.name = 'Unsealable'
  }
}

const requireKey = (key: Uint8Array): void => {
  if (key.length !== keyBytes) throw new RangeError('a sealing key has 32 bytes')
}

/** The version is authenticated with the place, so that neither can be exchanged. */
const bound = (context: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([aes256gcm]), context])

export const encrypt = (key: Uint8Array, context: Uint8Array, plain: Uint8Array): Buffer => {
  requireKey(key)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(bound(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([aes256gcm]), nonce, body, cipher.getAuthTag()])
}

/** @throws Unsealable whenever anything at all differs. */
export const decrypt = (key: Uint8Array, context: Uint8Array, sealed: Uint8Array): Buffer => {
  requireKey(key)
  if (sealed[0] !== aes256gcm || sealed.length < 1 + nonceBytes + tagBytes) throw new Unsealable()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(bound(context))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, sealed.length - tagBytes)), decipher.final()])
  } catch {
    throw new Unsealable()
  }
}

/** Parts joined so that no two different lists of parts give the same bytes. */
export const contextOf = (parts: readonly string[]): Uint8Array =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
