import { type Clock, soonFrom } from '@mreza/contracts-conferences'
import type { ClockFace } from '@mreza/ui'

/** A deadline of a case or a referral, as its badge wants it. */
export const clockFaceOf = (clock: Clock): ClockFace => ({
  due: clock.dueAt,
  soonFrom: soonFrom(clock),
  pausedSince: clock.pausedAt,
  doneAt: clock.doneAt,
})
