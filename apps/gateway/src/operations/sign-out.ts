import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { sessionRevoked } from '@mreza/contracts-identity'
import type { Identity, IdentityContext } from '../identity.ts'
import { revokeSession } from '../store/sessions.ts'

/** Ends the session of this browser and takes its cookie away. */
export const signOut = (identity: Identity) => async (ctx: IdentityContext) => {
  const { session } = ctx.visit
  ctx.visit.setToken(undefined)
  if (session === undefined) return { done: true as const }
  const { personId, institutionId } = session.subject
  await identity.inTransaction(async (trx) => {
    if (!(await revokeSession(trx, session.id, ctx.now))) return
    await emit(trx, sessionRevoked, { personId })
    await record(trx, { chain: `institution:${institutionId}`, action: 'sign-out', actor: { personId, institutionId }, refs: {} })
  })
  identity.sessions.announceEnded([session.id])
  return { done: true as const }
}
