import type { Audience, PersonId, Role } from '@mreza/contracts-kernel'
import type { Announcement } from './announcement.ts'
import { type Member, type MembershipChange, membersAt } from './membership.ts'

/** Who is meant where an audience names an institution and no role: those who work on cases (NO5). */
const rolesOnCases: readonly Role[] = ['coordinator', 'practitioner', 'head', 'center-officer']

const isMeant = (member: Member, audience: Audience): boolean => {
  const roles = audience.roles.length > 0 ? audience.roles : rolesOnCases
  const asColleague = audience.institutionIds.includes(member.institutionId) && member.roles.some((role) => roles.includes(role))
  return asColleague || audience.personIds.includes(member.personId)
}

/**
 * The people who are told of something that happened at `at`: each once (NO1), not the one who did it (NO2), in institutions
 * by role (NO5), and nobody whose membership had ended (NO6), not even by name.
 */
export const recipients = (audience: Audience, changes: readonly MembershipChange[], actorId: PersonId | null, at: string): PersonId[] => {
  const meant = membersAt(changes, at).filter((member) => isMeant(member, audience))
  return [...new Set(meant.map((member) => member.personId))].filter((personId) => personId !== actorId)
}

/** The same question for one announcement. */
export const recipientsOf = (told: Announcement, changes: readonly MembershipChange[]): PersonId[] =>
  recipients(told.audience, changes, told.actorId, told.at)
