import type { Instant, PersonId } from '@mreza/contracts-kernel'
import { wasBroken } from '../domain/clock.ts'
import type { ClockRow } from '../store/clocks.ts'

/** What the end of a clock says in its event; it concerns nobody by itself and is counted. */
export const clockEndedFacts = (row: ClockRow, caseCode: string | null, actor: { readonly personId: PersonId | null }, at: Instant) => ({
  at,
  networkId: row.network_id,
  actorId: actor.personId,
  audience: {},
  clockId: row.id,
  referralId: row.referral_id,
  caseId: row.case_id,
  caseCode,
  met: !wasBroken({ startedAt: row.started_at, dueAt: row.due_at, pausedAt: row.paused_at, doneAt: row.done_at }, at),
})
