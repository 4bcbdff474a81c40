import { canInIdentity, type Member, refuseInIdentity } from '@mreza/contracts-identity'
import type { NetworkId } from '@mreza/contracts-kernel'
import type { Identity, IdentityContext } from '../identity.ts'
import { membersOf } from '../store/memberships.ts'

/** The memberships in force in a network. */
export const listMembers =
  (identity: Identity) =>
  async (ctx: IdentityContext, input: { readonly networkId: NetworkId | null }): Promise<Member[]> => {
    if (!canInIdentity(ctx.subject, 'membership.list', input)) throw refuseInIdentity('not-allowed')
    return membersOf(identity.db, input.networkId, ctx.now)
  }
