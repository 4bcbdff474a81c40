import { sign, verify } from 'node:crypto'
import { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { TokenKeys } from '@mreza/service'
import * as z from 'zod'
import { personIssuer } from './token.ts'

/** How long a confirmation is good for, in seconds. */
export const confirmationLife = 120

/** Who confirms what. */
export interface Confirming {
  readonly personId: PersonId
  readonly institutionId: InstitutionId
  /** What they are about to do. */
  readonly act: string
  /** What they do it to: the hash of a text. Never content. */
  readonly boundTo: string
}

/** How it was made sure that it is they. */
const ConfirmedBy = z.enum(['password', 'two-factor', 'demo'])
export type ConfirmedBy = z.infer<typeof ConfirmedBy>

const Payload = z.strictObject({
  sub: PersonId,
  for: InstitutionId,
  act: z.string(),
  to: z.string(),
  by: ConfirmedBy,
  exp: z.int(),
})

/** Signs that a person was asked again, just now, whether it is they. Only the gateway's are accepted. */
export const mintConfirmation = (
  keys: TokenKeys,
  confirming: Confirming,
  by: ConfirmedBy,
  now: Date,
): { confirmation: string; until: Date } => {
  const exp = Math.floor(now.getTime() / 1000) + confirmationLife
  const { personId, institutionId, act, boundTo } = confirming
  const payload: z.infer<typeof Payload> = { sub: personId, for: institutionId, act, to: boundTo, by, exp }
  const body = `c1.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
  const signature = sign(null, Buffer.from(body), keys.privateKey).toString('base64url')
  return { confirmation: `${body}.${signature}`, until: new Date(exp * 1000) }
}

const payloadOf = (confirmation: string): z.infer<typeof Payload> | undefined => {
  try {
    return Payload.parse(JSON.parse(Buffer.from(confirmation.split('.')[1] ?? '', 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}

const isSigned = (keys: TokenKeys, confirmation: string): boolean => {
  const end = confirmation.lastIndexOf('.')
  const key = keys.publicKeys.get(personIssuer)
  return (
    key !== undefined &&
    confirmation.startsWith('c1.') &&
    verify(null, Buffer.from(confirmation.slice(0, end)), key, Buffer.from(confirmation.slice(end + 1), 'base64url'))
  )
}

/**
 * By what a person confirmed exactly this, or `undefined`: for another person, institution, act or text, when it is over, or when the
 * gateway did not sign it. What may be done once must still be kept from happening twice by who does it.
 */
export const confirmedBy = (keys: TokenKeys, confirmation: string, expected: Confirming, now: Date): ConfirmedBy | undefined => {
  const payload = payloadOf(confirmation)
  if (payload === undefined || !isSigned(keys, confirmation) || payload.exp * 1000 <= now.getTime()) return undefined
  const { sub, for: institutionId, act, to } = payload
  const isSame = sub === expected.personId && institutionId === expected.institutionId && act === expected.act && to === expected.boundTo
  return isSame ? payload.by : undefined
}
