import { isPublic, Language, mutation, NetworkId, needs, query, Slug, signedIn } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DemoPerson, DisplayName, Email, Me, Member, MembershipId, NewPassword, passwordLength } from './account.ts'
import { ConfirmationGiven, ConfirmedAct, IssuedConfirmation } from './confirmation.ts'
import { InstallationHealth } from './health.ts'
import { InvitationId, InvitationRequest, InvitationView, IssuedInvitation, LinkToken, OpenInvitation } from './invitation.ts'

const Password = z.string().min(1).max(passwordLength.most)
const nothing = z.strictObject({})
const Done = z.strictObject({ done: z.literal(true) })

/** What the gateway answers itself. Those that change who is signed in answer with a cookie: never send them in a streamed batch. */
export const identityOperations = {
  /** Who is signed in; `null` when nobody is. */
  me: query(isPublic, nothing, Me.nullable()),
  /** Signs in by address and password (ID3, ID4). */
  signIn: mutation(isPublic, z.strictObject({ email: Email, password: Password }), Me),
  /** Ends the session; the same answer when there is none. */
  signOut: mutation(isPublic, nothing, Done),
  /** The demo people; an empty list unless this is a demo installation (ID17). */
  listDemoPeople: query(isPublic, nothing, z.array(DemoPerson)),
  /** Signs in as a demo person (ID17). */
  signInAsDemo: mutation(isPublic, z.strictObject({ personSlug: Slug }), Me),
  /** What an open invitation says (ID11). A mutation, so that the token is in no address. */
  readInvitation: mutation(isPublic, z.strictObject({ token: LinkToken }), InvitationView),
  /** Accepts an invitation with a new password, or with the account's own, and signs in (ID10, ID12). */
  acceptInvitation: mutation(isPublic, z.strictObject({ token: LinkToken, password: Password, language: Language.optional() }), Me),
  /** Makes the first administrator by the set-up link and signs in (ID18). */
  setUpAdministrator: mutation(
    isPublic,
    z.strictObject({ token: LinkToken, email: Email, password: NewPassword, displayName: DisplayName }),
    Me,
  ),
  /** Invites a person into an institution; an open invitation for the same address there is renewed (ID9, ID10). */
  invite: mutation(needs('membership.invite'), InvitationRequest, IssuedInvitation),
  /** Invitations into a network that nobody has accepted or withdrawn, also the expired ones; without one, those of no network (ID21). */
  listInvitations: query(needs('membership.list'), z.strictObject({ networkId: NetworkId.nullable() }), z.array(OpenInvitation)),
  /** Withdraws an invitation: its link opens nothing any more. Twice is once (ID21). */
  withdrawInvitation: mutation(needs('membership.invite'), z.strictObject({ invitationId: InvitationId }), Done),
  /** The memberships in force in a network, and if asked those over since 90 days; without a network, those that belong to none. */
  listMembers: query(
    needs('membership.list'),
    z.strictObject({ networkId: NetworkId.nullable(), alsoEnded: z.boolean().optional() }),
    z.array(Member),
  ),
  /** Ends a membership now (ID7, ID8). */
  endMembership: mutation(needs('membership.end'), z.strictObject({ membershipId: MembershipId }), Done),
  /** Whether the parts of the installation work now, for the administrator (ID22). */
  readHealth: query(needs('installation.read-health'), nothing, InstallationHealth),
  /** Acts in another of one's own memberships (ID6). */
  switchMembership: mutation(signedIn, z.strictObject({ membershipId: MembershipId }), Me),
  /** Asks again whether it is they, for one act upon the thing of this hash (ID23). */
  confirmAct: mutation(
    signedIn,
    z.strictObject({ act: ConfirmedAct, boundTo: z.string().regex(/^[0-9a-f]{64}$/), given: ConfirmationGiven }),
    IssuedConfirmation,
  ),
  /** Keeps the language of the interface with the account. */
  setLanguage: mutation(signedIn, z.strictObject({ language: Language }), Done),
}
