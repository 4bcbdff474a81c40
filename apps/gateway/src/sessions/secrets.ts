import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A new secret for a cookie or a link: 32 random bytes in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * The second secret of a session (ID15), made from the session's id under the master key: it is stored nowhere,
 * and neither the cookie nor the database gives it away.
 */
export const databaseKeyMaker = (masterKey: Buffer): ((sessionId: string) => string) => {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'mreza database key', 32))
  return (sessionId) => createHmac('sha256', key).update(sessionId).digest('base64url')
}
