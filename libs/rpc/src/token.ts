import { createCipheriv, createDecipheriv, randomBytes, sign, verify } from 'node:crypto'
import { refuser, Subject } from '@mreza/contracts-kernel'
import type { TokenKeys } from '@mreza/service'
import * as z from 'zod'

const refuse = refuser({})

/** How long a token may live, in seconds. */
export const longestTokenLife = 60
/** The issuer whose tokens may speak for a person. */
export const personIssuer = 'gateway'
/** How far clocks of two machines may differ, in seconds. */
const clockSkew = 5

/** What an internal token says once it is verified. */
export interface TokenClaims {
  /** Who signed it: `gateway`, or the service that calls. */
  readonly issuer: string
  /** The person, when the gateway speaks for one. */
  readonly subject?: Subject
  /** The second secret of the person's session, for the database context (rule D5). */
  readonly databaseKey?: string
}

/** What is to be said in a token. */
export interface TokenRequest {
  readonly subject?: Subject
  readonly databaseKey?: string
  /** The one service that may accept it. */
  readonly audience: string
  /** Seconds from now; at most and by default {@link longestTokenLife}. */
  readonly life?: number
}

const Payload = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  sub: Subject.optional(),
  dk: z.string().optional(),
})
type Payload = z.infer<typeof Payload>

const boundTo = (payload: Pick<Payload, 'iss' | 'aud' | 'exp'>) => Buffer.from(`${payload.iss}|${payload.aud}|${payload.exp}`)

const seal = (key: Buffer, text: string, bound: Buffer): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url')
}

const open = (key: Buffer, sealed: string, bound: Buffer): string => {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(bound)
    .setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
}

/** Signs a token for one audience. The database key inside it is sealed: the token's text alone opens nothing. */
export const mintToken = (keys: TokenKeys, request: TokenRequest, now: Date): string => {
  const iat = Math.floor(now.getTime() / 1000)
  const head = { iss: keys.issuer, aud: request.audience, iat, exp: iat + Math.min(request.life ?? longestTokenLife, longestTokenLife) }
  const payload: Payload = {
    ...head,
    ...(request.subject === undefined ? {} : { sub: request.subject }),
    ...(request.databaseKey === undefined ? {} : { dk: seal(keys.sealKey, request.databaseKey, boundTo(head)) }),
  }
  const body = `m1.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
  return `${body}.${sign(null, Buffer.from(body), keys.privateKey).toString('base64url')}`
}

const payloadOf = (token: string): Payload | undefined => {
  try {
    return Payload.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}

const isSigned = (keys: TokenKeys, token: string, issuer: string): boolean => {
  const end = token.lastIndexOf('.')
  const key = keys.publicKeys.get(issuer)
  return (
    key !== undefined &&
    token.startsWith('m1.') &&
    verify(null, Buffer.from(token.slice(0, end)), key, Buffer.from(token.slice(end + 1), 'base64url'))
  )
}

const isTimely = (payload: Payload, seconds: number) =>
  payload.exp > seconds && payload.iat <= seconds + clockSkew && payload.exp - payload.iat <= longestTokenLife

/** A verified token and the moment, in seconds, at which it ends. */
export interface VerifiedToken {
  readonly claims: TokenClaims
  readonly expires: number
}

/**
 * Verifies a token: signature of a known issuer, audience, time, and that only the gateway speaks for a person.
 * Throws the refusal `sign-in-needed` for everything else, always the same.
 */
export const verifyToken = (keys: TokenKeys, token: string, audience: string, now: Date): VerifiedToken => {
  const payload = payloadOf(token)
  if (payload === undefined || !isSigned(keys, token, payload.iss)) throw refuse('sign-in-needed')
  if (payload.aud !== audience || !isTimely(payload, now.getTime() / 1000)) throw refuse('sign-in-needed')
  if (payload.sub !== undefined && payload.iss !== personIssuer) throw refuse('sign-in-needed')
  return { expires: payload.exp, claims: claimsOf(keys, payload) }
}

const claimsOf = (keys: TokenKeys, payload: Payload): TokenClaims => ({
  issuer: payload.iss,
  ...(payload.sub === undefined ? {} : { subject: payload.sub }),
  ...(payload.dk === undefined ? {} : { databaseKey: open(keys.sealKey, payload.dk, boundTo(payload)) }),
})
