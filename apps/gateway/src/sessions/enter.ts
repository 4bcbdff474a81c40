import { record } from '@mreza/audit'
import type { Membership } from '@mreza/contracts-identity'
import type { Trx } from '@mreza/db'
import type { Identity, IdentityContext } from '../identity.ts'
import { revokeSession } from '../store/sessions.ts'
import type { IdentityTables, SessionTable } from '../store/tables.ts'
import { beginSession } from './open-session.ts'

/** Who comes in and how it was made sure that it is they. */
export interface Entrance {
  readonly personId: string
  readonly membership: Membership
  readonly assurance: SessionTable['assurance']
}

/**
 * Begins a session in the caller's transaction and gives its token; the session that the browser had ends (ID14).
 * The token goes to the browser only after the commit: `ctx.visit.setToken`.
 */
export const enter = async (identity: Identity, trx: Trx<IdentityTables>, ctx: IdentityContext, entrance: Entrance): Promise<string> => {
  const { personId, membership, assurance } = entrance
  const { session } = ctx.visit
  if (session !== undefined) await revokeSession(trx, session.id, ctx.now)
  const token = await beginSession(trx, {
    membershipId: membership.id,
    assurance,
    now: ctx.now,
    demo: identity.demo,
    databaseKeyOf: identity.databaseKeyOf,
  })
  await record(trx, {
    chain: `institution:${membership.institutionId}`,
    action: 'sign-in',
    actor: { personId, institutionId: membership.institutionId },
    refs: { assurance, membershipId: membership.id },
  })
  return token
}

/** Hands the token over after the commit and lets go of the session that was there before. */
export const handOver = (identity: Identity, ctx: IdentityContext, token: string): void => {
  ctx.visit.setToken(token)
  identity.sessions.announceEnded(ctx.visit.session === undefined ? [] : [ctx.visit.session.id])
}
