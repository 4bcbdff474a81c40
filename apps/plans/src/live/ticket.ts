import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16
const version = 1

/** A new ticket: 256 random bits. */
export const newTicket = (): string => randomBytes(32).toString('base64url')

/** What is stored of a ticket. */
export const ticketHash = (ticket: string): Buffer => createHash('sha256').update(ticket, 'utf8').digest()

const keyOf = (ticket: string) => Buffer.from(hkdfSync('sha256', ticket, '', 'mreza live ticket', 32))

/** Seals the session's database key under the ticket itself: only who holds the ticket can open it. */
export const sealKey = (ticket: string, databaseKey: string): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ticket), nonce)
  const sealed = Buffer.concat([cipher.update(databaseKey, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed])
}

/** Opens what {@link sealKey} made. @throws when it was not made under this ticket */
export const openKey = (ticket: string, sealed: Buffer): string => {
  if (sealed[0] !== version) throw new Error('the ticket was sealed in a way that is not known')
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ticket), nonce)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}
