import { canInIdentity, type OpenInvitation, refuseInIdentity } from '@mreza/contracts-identity'
import type { NetworkId } from '@mreza/contracts-kernel'
import type { Identity, IdentityContext } from '../identity.ts'
import { waitingInvitations } from '../store/invitations.ts'

/** The invitations into a network that nobody has accepted or withdrawn (ID21). */
export const listInvitations =
  (identity: Identity) =>
  async (ctx: IdentityContext, input: { readonly networkId: NetworkId | null }): Promise<OpenInvitation[]> => {
    if (!canInIdentity(ctx.subject, 'membership.list', input)) throw refuseInIdentity('not-allowed')
    return waitingInvitations(identity.db, input.networkId)
  }
