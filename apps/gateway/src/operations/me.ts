import type { Identity, IdentityContext } from '../identity.ts'
import { presentMe } from '../sessions/present-me.ts'

/** Who is signed in; a cookie that opens nothing any more is taken away. */
export const me = (identity: Identity) => async (ctx: IdentityContext) => {
  const { session } = ctx.visit
  if (session !== undefined) return presentMe(identity, session.subject.personId, session.membershipId, session.subject.assurance, ctx.now)
  ctx.visit.setToken(undefined)
  return null
}
