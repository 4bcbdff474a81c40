import type { Clock } from '@mreza/contracts-conferences'
import type { CaseId, Instant, NetworkId, ReferralId } from '@mreza/contracts-kernel'
import { json, newId } from '@mreza/db'
import type { Selectable } from 'kysely'
import { type ClockStart, clockState, soonFrom, wasBroken } from '../domain/clock.ts'
import type { ConferencesTrx } from './executors.ts'
import type { ConferencesTables } from './tables.ts'

export type ClockRow = Selectable<ConferencesTables['clock']>

/** What a clock is of. */
export interface ClockOwner {
  readonly networkId: NetworkId
  readonly referralId: ReferralId | null
  readonly caseId: CaseId | null
  readonly stepId: string | null
}

/** A row as a clock, with its state at `now`. */
export const clockFrom = (row: ClockRow, now: Instant): Clock => {
  const times = { startedAt: row.started_at, dueAt: row.due_at, pausedAt: row.paused_at, doneAt: row.done_at }
  const { id, referral_id, case_id, step_id, label, source } = row
  return {
    id,
    referralId: referral_id,
    caseId: case_id,
    stepId: step_id,
    label,
    source,
    ...times,
    state: clockState(times, now),
    wasBroken: wasBroken(times, now),
  }
}

/** Sets clocks going. */
export const insertClocks = async (
  trx: ConferencesTrx,
  owner: Omit<ClockOwner, 'stepId'>,
  starts: readonly { stepId: string | null; clock: ClockStart }[],
): Promise<void> => {
  if (starts.length === 0) return
  const rows = starts.map(({ stepId, clock }) => ({
    id: newId(),
    network_id: owner.networkId,
    referral_id: owner.referralId,
    case_id: owner.caseId,
    step_id: stepId,
    label: json(clock.label),
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    source: json(clock.source),
    soon_at: soonFrom(clock),
  }))
  await trx
    .insertInto('clock')
    .values(rows as never)
    .execute()
}

export const clocksOfReferrals = (trx: ConferencesTrx, ids: readonly ReferralId[]): Promise<ClockRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('clock')
        .selectAll()
        .where('referral_id', 'in', [...ids])
        .execute()

export const clocksOfCases = (trx: ConferencesTrx, ids: readonly CaseId[]): Promise<ClockRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('clock')
        .selectAll()
        .where('case_id', 'in', [...ids])
        .orderBy('due_at')
        .execute()

/** Ends a running clock; says whether it was in time, or nothing when no such clock runs. */
export const endClock = async (
  trx: ConferencesTrx,
  of: { caseId: CaseId; stepId: string } | { clockId: string },
  at: Instant,
): Promise<ClockRow | undefined> => {
  const running = trx.updateTable('clock').set({ done_at: at }).where('done_at', 'is', null)
  const chosen =
    'clockId' in of ? running.where('id', '=', of.clockId) : running.where('case_id', '=', of.caseId).where('step_id', '=', of.stepId)
  return chosen.returningAll().executeTakeFirst()
}
