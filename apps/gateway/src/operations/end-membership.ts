import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { canInIdentity, membershipEnded, refuseInIdentity, sessionRevoked } from '@mreza/contracts-identity'
import type { InstitutionId, NetworkId, PersonId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { Identity, IdentityContext } from '../identity.ts'
import { revokeSessionsOf } from '../store/sessions.ts'
import type { IdentityTables, MembershipTable } from '../store/tables.ts'

const end = async (trx: Trx<IdentityTables>, ctx: IdentityContext, membership: Selectable<MembershipTable>): Promise<string[]> => {
  const { personId } = ctx.subject
  const ended = await trx
    .updateTable('membership')
    .set({ ended_at: ctx.now, ended_by: personId })
    .where('id', '=', membership.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const closed = await revokeSessionsOf(trx, membership.id, ctx.now)
  if (ended.numUpdatedRows !== 1n) return closed
  const ids = {
    membershipId: membership.id,
    personId: membership.person_id as PersonId,
    institutionId: membership.institution_id as InstitutionId,
  }
  await emit(trx, membershipEnded, {
    ...ids,
    networkId: membership.network_id as NetworkId | null,
    sector: membership.sector,
    roles: membership.roles,
  })
  if (closed.length > 0) await emit(trx, sessionRevoked, { personId: ids.personId })
  await record(trx, {
    chain: `institution:${ids.institutionId}`,
    action: 'end-membership',
    actor: ctx.subject,
    refs: { membershipId: ids.membershipId, personId: ids.personId },
  })
  return closed
}

/** Ends a membership and every session in it before answering; what one may not see counts as missing (ID7, ID8). */
export const endMembership = (identity: Identity) => async (ctx: IdentityContext, input: { readonly membershipId: string }) => {
  const membership = await identity.db.selectFrom('membership').where('id', '=', input.membershipId).selectAll().executeTakeFirst()
  if (membership === undefined) throw refuseInIdentity('not-found')
  const asked = { networkId: membership.network_id as NetworkId | null, personId: membership.person_id, roles: membership.roles }
  if (!canInIdentity(ctx.subject, 'membership.list', asked)) throw refuseInIdentity('not-found')
  if (!canInIdentity(ctx.subject, 'membership.end', asked)) throw refuseInIdentity('not-allowed')
  const closed = await identity.inTransaction((trx) => end(trx, ctx, membership))
  identity.sessions.announceEnded(closed)
  return { done: true as const }
}
