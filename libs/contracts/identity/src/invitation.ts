import { Instant, InstitutionId, idOf, LocalizedText, NetworkId, PersonId, Role } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DisplayName, Email } from './account.ts'

export const InvitationId = idOf('InvitationId')
export type InvitationId = z.infer<typeof InvitationId>

/** The secret in an invitation or set-up link: 32 random bytes in base64url. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export type LinkToken = z.infer<typeof LinkToken>

/** How long an invitation is open, in days (ID10). */
export const invitationDays = 7

/** Whom to invite and as what. */
export const InvitationRequest = z.strictObject({
  email: Email,
  displayName: DisplayName,
  /** What they are there; stands in the directory once they have accepted (ID20). */
  jobTitle: LocalizedText,
  institutionId: InstitutionId,
  roles: z.array(Role).min(1).max(7),
  /** The person in the directory whose account this will be; a new person when absent. */
  personId: PersonId.optional(),
})
export type InvitationRequest = z.infer<typeof InvitationRequest>

/** What the one who invites gets: the only time that the token is shown. */
export const IssuedInvitation = z.strictObject({
  invitationId: InvitationId,
  personId: PersonId,
  token: LinkToken,
  expiresAt: z.iso.datetime(),
})
export type IssuedInvitation = z.infer<typeof IssuedInvitation>

/** An invitation that nobody has accepted or withdrawn, as those see it who may invite there. One that has expired stays until then (ID21). */
export const OpenInvitation = z.strictObject({
  invitationId: InvitationId,
  personId: PersonId,
  email: z.string(),
  displayName: DisplayName,
  /** `null` only in invitations from before job titles were asked for. */
  jobTitle: LocalizedText.nullable(),
  institutionId: InstitutionId,
  networkId: NetworkId.nullable(),
  roles: z.array(Role),
  invitedAt: Instant,
  expiresAt: Instant,
})
export type OpenInvitation = z.infer<typeof OpenInvitation>

/** What the invited person sees before accepting. */
export const InvitationView = z.strictObject({
  email: z.string(),
  displayName: DisplayName,
  institutionId: InstitutionId,
  networkId: NetworkId.nullable(),
  roles: z.array(Role),
  expiresAt: z.iso.datetime(),
  /** Whether to accept with the password of the account that is there already (ID12). */
  hasAccount: z.boolean(),
})
export type InvitationView = z.infer<typeof InvitationView>
