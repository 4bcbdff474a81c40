import type { InvitationView } from '@mreza/contracts-identity'
import type { Identity, IdentityContext } from '../identity.ts'
import { accountByEmail } from '../store/accounts.ts'
import { openInvitation } from '../store/invitations.ts'

/** What an open invitation says to the one who holds its link (ID11). */
export const readInvitation =
  (identity: Identity) =>
  async (ctx: IdentityContext, input: { readonly token: string }): Promise<InvitationView> => {
    const invitation = await openInvitation(identity.db, input.token, ctx.now)
    const account = await accountByEmail(identity.db, invitation.email)
    return {
      email: invitation.email,
      displayName: invitation.display_name,
      institutionId: invitation.institution_id as InvitationView['institutionId'],
      networkId: invitation.network_id as InvitationView['networkId'],
      roles: invitation.roles,
      expiresAt: invitation.expires_at,
      hasAccount: account !== undefined,
    }
  }
