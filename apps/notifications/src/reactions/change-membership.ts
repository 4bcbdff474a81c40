import type { Trx } from '@mreza/db'
import type { MembershipChange } from '../domain/membership.ts'
import { recipientsOf } from '../domain/recipients.ts'
import { announcementsFor } from '../store/announcements.ts'
import { sayInboxChanged } from '../store/inbox-changed.ts'
import { takeBack, tell } from '../store/inboxes.ts'
import { whileNothingIsAnnounced } from '../store/membership-lock.ts'
import { keepMembershipChange, membershipsOf } from '../store/memberships.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Learns that a membership began, changed or ended. What was announced since that moment is put into the person's inbox
 * or taken out of it again, so that the inbox is the same in whatever order the news came (NO1, NO6). Open streams look
 * again: with a membership its sessions end.
 */
export const changeMembership = async (trx: Trx<Tables>, change: MembershipChange): Promise<void> => {
  await whileNothingIsAnnounced(trx)
  await keepMembershipChange(trx, change)
  const changes = await membershipsOf(trx, change.personId)
  const institutionIds = [...new Set(changes.map((known) => known.institutionId))]
  for (const told of await announcementsFor(trx, change.personId, institutionIds, change.at)) {
    if (recipientsOf(told, changes).includes(change.personId)) await tell(trx, told, [change.personId])
    else await takeBack(trx, told, change.personId)
  }
  await sayInboxChanged(trx, [change.personId])
}
