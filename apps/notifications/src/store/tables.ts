import type { Audience, InstitutionId, PersonId, Role } from '@mreza/contracts-kernel'
import type { NotificationKind, NotificationRefs } from '@mreza/contracts-notifications'
import type { ColumnType } from 'kysely'

interface NotificationTable {
  id: string
  person_id: PersonId
  kind: NotificationKind
  at: string
  read_at: ColumnType<string | null, never, string>
  refs: NotificationRefs
  event_id: string
}

interface AnnouncementTable {
  event_id: string
  kind: NotificationKind
  at: string
  refs: NotificationRefs
  audience: Audience
  actor_id: PersonId | null
}

interface MembershipChangeTable {
  event_id: string
  membership_id: string
  at: string
  person_id: PersonId
  institution_id: InstitutionId
  roles: Role[]
  ended: boolean
}

/** The schema `notifications`: inboxes, what was announced, and who worked where. */
export interface Tables {
  notification: NotificationTable
  announcement: AnnouncementTable
  membership_change: MembershipChangeTable
}
