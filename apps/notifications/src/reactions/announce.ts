import type { Trx } from '@mreza/db'
import type { Announcement } from '../domain/announcement.ts'
import { recipientsOf } from '../domain/recipients.ts'
import { keepAnnouncement } from '../store/announcements.ts'
import { tell } from '../store/inboxes.ts'
import { whileMembershipsStay } from '../store/membership-lock.ts'
import { membershipsMeantBy } from '../store/memberships.ts'
import type { Tables } from '../store/tables.ts'

/** Tells everybody whom an event concerns (NO1). */
export const announce = async (trx: Trx<Tables>, told: Announcement): Promise<void> => {
  await whileMembershipsStay(trx)
  await keepAnnouncement(trx, told)
  await tell(trx, told, recipientsOf(told, await membershipsMeantBy(trx, told.audience)))
}
