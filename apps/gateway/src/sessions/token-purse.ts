import { mintToken } from '@mreza/rpc'
import type { TokenKeys } from '@mreza/service'
import type { OpenSession } from './open-session.ts'

const reusedForMs = 30_000
const most = 20_000

interface Kept {
  readonly token: string
  readonly until: number
  readonly about: string
}

/** Internal tokens by session and service. One is used for at most thirty seconds, and not after anything it says has changed. */
export const openTokenPurse = (keys: TokenKeys, now: () => Date): ((session: OpenSession, audience: string) => string) => {
  const kept = new Map<string, Kept>()
  return (session, audience) => {
    const key = `${session.id} ${audience}`
    const about = JSON.stringify(session.subject)
    const known = kept.get(key)
    if (known !== undefined && known.until > now().getTime() && known.about === about) return known.token
    if (kept.size >= most) kept.clear()
    const token = mintToken(keys, { audience, subject: session.subject, databaseKey: session.databaseKey }, now())
    kept.set(key, { token, until: now().getTime() + reusedForMs, about })
    return token
  }
}
