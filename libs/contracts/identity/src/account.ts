import {
  InstitutionId,
  idOf,
  Language,
  Line,
  LocalizedText,
  NetworkId,
  PersonId,
  Role,
  Sector,
  Slug,
  SourcedName,
  Subject,
} from '@mreza/contracts-kernel'
import * as z from 'zod'

export const MembershipId = idOf('MembershipId')
export type MembershipId = z.infer<typeof MembershipId>

/** An e-mail address as accounts are known by it: trimmed and in lower case (ID1). */
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254))
export type Email = z.infer<typeof Email>

/** The least and the most characters of a password (ID2). */
export const passwordLength = { least: 12, most: 256 } as const

/** A password being chosen. That it is not one of the worst is the service's to say. */
export const NewPassword = z.string().min(passwordLength.least).max(passwordLength.most)

/** A professional's name as they write it, in both scripts. */
export const DisplayName = z.strictObject({ srLatn: Line, srCyrl: Line })
export type DisplayName = z.infer<typeof DisplayName>

/** What a person may act as: one institution, with roles (ID5). */
export const Membership = z.strictObject({
  id: MembershipId,
  institutionId: InstitutionId,
  networkId: NetworkId.nullable(),
  sector: Sector,
  roles: z.array(Role),
})
export type Membership = z.infer<typeof Membership>

/** Who is signed in, and what the workspace needs to greet them. */
export const Me = z.strictObject({
  subject: Subject,
  /** The membership in which the session acts now. */
  membershipId: MembershipId,
  memberships: z.array(Membership),
  displayName: DisplayName,
  language: Language,
  /** Whether this is a demo installation. */
  demo: z.boolean(),
})
export type Me = z.infer<typeof Me>

/** A demo person on the sign-in page (ID17). */
export const DemoPerson = z.strictObject({
  slug: Slug,
  displayName: DisplayName,
  jobTitle: LocalizedText,
  institutionName: SourcedName,
  networkName: SourcedName.nullable(),
  sector: Sector,
  roles: z.array(Role),
})
export type DemoPerson = z.infer<typeof DemoPerson>

/** A membership as the coordinator sees it among those of the network. */
export const Member = z.strictObject({
  membershipId: MembershipId,
  personId: PersonId,
  displayName: DisplayName,
  institutionId: InstitutionId,
  networkId: NetworkId.nullable(),
  roles: z.array(Role),
  from: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  /** When it was ended before its time; `null` while it is in force. */
  endedAt: z.iso.datetime().nullable(),
})
export type Member = z.infer<typeof Member>
