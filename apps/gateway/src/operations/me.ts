import type { Identity, IdentityContext } from '../identity.ts'
import { presentMe } from '../sessions/present-me.ts'

/** Who is signed in. A cookie that opens nothing is left alone: another tab may have just been given a new one. */
export const me = (identity: Identity) => async (ctx: IdentityContext) => {
  const { session } = ctx.visit
  return session === undefined
    ? null
    : presentMe(identity, session.subject.personId, session.membershipId, session.subject.assurance, ctx.now)
}
