import type { Audience, PersonId } from '@mreza/contracts-kernel'
import type { NotificationKind, NotificationRefs } from '@mreza/contracts-notifications'

/** An event as the inbox tells it: what, when, to whom, and who did it. It holds ids and nothing that somebody typed (NO3). */
export interface Announcement {
  readonly eventId: string
  readonly kind: NotificationKind
  readonly at: string
  readonly refs: NotificationRefs
  readonly audience: Audience
  /** `null` when no person acted but a clock did. */
  readonly actorId: PersonId | null
}
