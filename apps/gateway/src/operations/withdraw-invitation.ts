import { record } from '@mreza/audit'
import { canInIdentity, refuseInIdentity } from '@mreza/contracts-identity'
import type { InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import type { Identity, IdentityContext } from '../identity.ts'
import { withdraw } from '../store/invitations.ts'

/** Withdraws an invitation, of those that one could have made; what one may not see counts as missing (ID21). */
export const withdrawInvitation = (identity: Identity) => async (ctx: IdentityContext, input: { readonly invitationId: string }) => {
  const found = await identity.db.selectFrom('invitation').where('id', '=', input.invitationId).selectAll().executeTakeFirst()
  if (found === undefined) throw refuseInIdentity('not-found')
  const asked = {
    networkId: found.network_id as NetworkId | null,
    institutionId: found.institution_id as InstitutionId,
    roles: found.roles,
  }
  if (!canInIdentity(ctx.subject, 'membership.list', asked)) throw refuseInIdentity('not-found')
  if (!canInIdentity(ctx.subject, 'membership.invite', asked)) throw refuseInIdentity('not-allowed')
  await identity.inTransaction(async (trx) => {
    if (!(await withdraw(trx, found.id, ctx.now))) return
    await record(trx, {
      chain: `institution:${asked.institutionId}`,
      action: 'withdraw-invitation',
      actor: ctx.subject,
      refs: { invitationId: found.id, personId: found.person_id },
    })
  })
  return { done: true as const }
}
