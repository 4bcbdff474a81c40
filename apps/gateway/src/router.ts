import type { identityOperations } from '@mreza/contracts-identity'
import type { Implementations } from '@mreza/rpc'
import type { Identity, IdentityContext } from './identity.ts'
import { acceptInvitation } from './operations/accept-invitation.ts'
import { confirmAct } from './operations/confirm-act.ts'
import { endMembership } from './operations/end-membership.ts'
import { invite } from './operations/invite.ts'
import { listDemoPeople } from './operations/list-demo-people.ts'
import { listInvitations } from './operations/list-invitations.ts'
import { listMembers } from './operations/list-members.ts'
import { me } from './operations/me.ts'
import { readHealth } from './operations/read-health.ts'
import { readInvitation } from './operations/read-invitation.ts'
import { setLanguage } from './operations/set-language.ts'
import { setUpAdministrator } from './operations/set-up-administrator.ts'
import { signIn } from './operations/sign-in.ts'
import { signInAsDemo } from './operations/sign-in-as-demo.ts'
import { signOut } from './operations/sign-out.ts'
import { switchMembership } from './operations/switch-membership.ts'
import { withdrawInvitation } from './operations/withdraw-invitation.ts'

/** Everything that the gateway answers itself. */
export const identityRouter = (identity: Identity): Implementations<typeof identityOperations, IdentityContext> => ({
  me: me(identity),
  signIn: signIn(identity),
  signOut: signOut(identity),
  listDemoPeople: listDemoPeople(identity),
  signInAsDemo: signInAsDemo(identity),
  readInvitation: readInvitation(identity),
  acceptInvitation: acceptInvitation(identity),
  setUpAdministrator: setUpAdministrator(identity),
  invite: invite(identity),
  listInvitations: listInvitations(identity),
  withdrawInvitation: withdrawInvitation(identity),
  listMembers: listMembers(identity),
  endMembership: endMembership(identity),
  switchMembership: switchMembership(identity),
  confirmAct: confirmAct(identity),
  setLanguage: setLanguage(identity),
  readHealth: readHealth(identity),
})
