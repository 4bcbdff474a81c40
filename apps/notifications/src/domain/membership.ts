import type { InstitutionId, PersonId, Role } from '@mreza/contracts-kernel'

/** Something that happened to a membership: it was granted (again, with other roles) or it ended. */
export interface MembershipChange {
  readonly eventId: string
  readonly membershipId: string
  readonly at: string
  readonly personId: PersonId
  readonly institutionId: InstitutionId
  /** What the person is from this moment on; nothing once the membership has ended. */
  readonly roles: readonly Role[]
  readonly ended: boolean
}

/** A person at work in an institution at one moment. */
export interface Member {
  readonly personId: PersonId
  readonly institutionId: InstitutionId
  readonly roles: readonly Role[]
}

const later = (one: MembershipChange, other: MembershipChange) => (one.at === other.at ? one.eventId > other.eventId : one.at > other.at)

/**
 * Who worked where at this moment (NO5, NO6). It depends on what happened and when, never on the order in which we heard of it.
 * @param at ISO 8601 in UTC, as all moments here, so that texts compare as times
 */
export const membersAt = (changes: readonly MembershipChange[], at: string): Member[] => {
  const latest = new Map<string, MembershipChange>()
  for (const change of changes) {
    const known = latest.get(change.membershipId)
    if (change.at <= at && (known === undefined || later(change, known))) latest.set(change.membershipId, change)
  }
  return [...latest.values()].filter((change) => !change.ended)
}
