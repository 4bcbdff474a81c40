import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { refuseInIdentity, sessionRevoked } from '@mreza/contracts-identity'
import type { Identity, IdentityContext } from '../identity.ts'
import { presentMe } from '../sessions/present-me.ts'
import { membershipsOf } from '../store/memberships.ts'
import { moveSession } from '../store/sessions.ts'

/** Acts in another of one's own memberships from now on, under a new token; what was open for the old one closes (ID6, ID14). */
export const switchMembership = (identity: Identity) => async (ctx: IdentityContext, input: { readonly membershipId: string }) => {
  const { session } = ctx.visit
  if (session === undefined) throw refuseInIdentity('sign-in-needed')
  const { personId, assurance } = session.subject
  const membership = (await membershipsOf(identity.db, personId, ctx.now)).find(({ id }) => id === input.membershipId)
  if (membership === undefined) throw refuseInIdentity('membership-not-yours', { field: 'membershipId' })
  const token = await identity.inTransaction(async (trx) => {
    await emit(trx, sessionRevoked, { personId })
    const actor = { personId, institutionId: membership.institutionId }
    await record(trx, {
      chain: `institution:${membership.institutionId}`,
      action: 'switch-membership',
      actor,
      refs: { membershipId: membership.id },
    })
    return moveSession(trx, session.id, membership.id, ctx.now)
  })
  ctx.visit.setToken(token)
  identity.sessions.announceEnded([session.id])
  return presentMe(identity, personId, membership.id, assurance, ctx.now)
}
