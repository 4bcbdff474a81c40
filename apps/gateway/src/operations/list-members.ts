import { canInIdentity, type Member, refuseInIdentity } from '@mreza/contracts-identity'
import type { NetworkId } from '@mreza/contracts-kernel'
import type { Identity, IdentityContext } from '../identity.ts'
import { membersOf } from '../store/memberships.ts'

interface Input {
  readonly networkId: NetworkId | null
  readonly alsoEnded?: boolean | undefined
}

/** The memberships in force in a network, and if asked those that were over lately. */
export const listMembers =
  (identity: Identity) =>
  async (ctx: IdentityContext, input: Input): Promise<Member[]> => {
    if (!canInIdentity(ctx.subject, 'membership.list', input)) throw refuseInIdentity('not-allowed')
    return membersOf(identity.db, input, ctx.now)
  }
