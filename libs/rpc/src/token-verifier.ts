import type { TokenKeys } from '@mreza/service'
import { type TokenClaims, type VerifiedToken, verifyToken } from './token.ts'

const most = 10_000

/**
 * Verifies tokens for one audience and remembers, by the token's text, what was verified until it expires.
 * The memory is bounded; the oldest goes first.
 */
export const tokenVerifier = (keys: TokenKeys, audience: string, now: () => Date): ((token: string) => TokenClaims) => {
  const known = new Map<string, VerifiedToken>()
  const remember = (token: string, verified: VerifiedToken) => {
    if (known.size >= most) known.delete(known.keys().next().value ?? '')
    known.set(token, verified)
    return verified.claims
  }
  return (token) => {
    const hit = known.get(token)
    if (hit !== undefined && hit.expires > now().getTime() / 1000) return hit.claims
    known.delete(token)
    return remember(token, verifyToken(keys, token, audience, now()))
  }
}
