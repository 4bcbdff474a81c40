import type { InstitutionId, PersonId, Role } from '@mreza/contracts-kernel'
import { asWorker, type Db, newId } from '@mreza/db'
import type { Announcement } from './domain/announcement.ts'
import type { MembershipChange } from './domain/membership.ts'
import type { Tables } from './store/tables.ts'

/** A moment of the story that the tests tell, in minutes from its beginning. */
export const minute = (count: number): string => new Date(Date.UTC(2026, 2, 2, 8, count)).toISOString()

export const somebody = (): PersonId => newId<'PersonId'>()
export const somewhere = (): InstitutionId => newId<'InstitutionId'>()

/** A membership granted at the beginning; give what the test is about. */
export const granted = (given: Partial<MembershipChange> & { personId: PersonId; institutionId: InstitutionId }): MembershipChange => ({
  eventId: newId(),
  membershipId: newId(),
  at: minute(0),
  roles: ['practitioner'],
  ended: false,
  ...given,
})

/** The end of a membership. */
export const endOf = (membership: MembershipChange, at: string): MembershipChange => ({ ...membership, eventId: newId(), at, ended: true })

/** Something told to the practitioners and others on cases of one institution, a while after the beginning. */
export const told = (institutionId: InstitutionId, given: Partial<Announcement> & { roles?: Role[] } = {}): Announcement => {
  const { roles = [], ...rest } = given
  return {
    eventId: newId(),
    kind: 'referral-received',
    at: minute(10),
    refs: { referralId: newId() },
    audience: { personIds: [], institutionIds: [institutionId], roles },
    actorId: null,
    ...rest,
  }
}

/** Who has which event in their inbox, as texts that compare. */
export const inboxes = async (worker: Db<Tables>): Promise<string[]> => {
  const rows = await asWorker(worker, (trx) => trx.selectFrom('notification').select(['person_id', 'event_id', 'kind']).execute())
  return rows.map((row) => `${row.person_id} ${row.event_id} ${row.kind}`).sort()
}
