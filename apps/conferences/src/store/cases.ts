import type { CaseSummary, Participation } from '@mreza/contracts-conferences'
import type { CaseId, Instant, Subject } from '@mreza/contracts-kernel'
import { type Selectable, sql } from 'kysely'
import { openSections } from '../domain/access.ts'
import { clockState } from '../domain/clock.ts'
import { type ClockRow, clockFrom, clocksOfCases } from './clocks.ts'
import type { ConferencesTrx } from './executors.ts'
import type { ConferencesTables } from './tables.ts'

export type CaseRow = Selectable<ConferencesTables['case_file']>

/** A case as far as the subject may see it, with what every answer about it needs. */
export interface LoadedCase {
  readonly row: CaseRow
  readonly participations: readonly Participation[]
  readonly clocks: readonly ClockRow[]
}

export const participationFrom = (row: Selectable<ConferencesTables['participation']>): Participation => ({
  id: row.id,
  caseId: row.case_id,
  institutionId: row.institution_id,
  personId: row.person_id,
  sections: row.sections,
  basis: row.basis,
  from: row.from_at,
  until: row.until_at,
  endedAt: row.ended_at,
})

const groupBy = <T>(rows: readonly T[], key: (row: T) => string | null): Map<string | null, T[]> => {
  const groups = new Map<string | null, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}

const withParts = async (trx: ConferencesTrx, rows: readonly CaseRow[]): Promise<LoadedCase[]> => {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const participations = await trx
    .selectFrom('participation')
    .selectAll()
    .where('case_id', 'in', ids)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  const clocks = groupBy(await clocksOfCases(trx, ids), (clock) => clock.case_id)
  const byCase = groupBy(participations.map(participationFrom), (participation) => participation.caseId)
  return rows.map((row) => ({ row, participations: byCase.get(row.id) ?? [], clocks: clocks.get(row.id) ?? [] }))
}

/** One case, if its section `core` is open to the subject. `hold` locks it until the transaction ends. */
export const loadCase = async (trx: ConferencesTrx, id: CaseId, hold = false): Promise<LoadedCase | undefined> => {
  const asked = trx.selectFrom('case_file').selectAll().where('id', '=', id)
  return (await withParts(trx, await (hold ? asked.forUpdate() : asked).execute()))[0]
}

/** Keeps when the plan of a case was first approved; undefined when there is no such case. */
export const keepPlanApproved = (trx: ConferencesTrx, id: CaseId, at: Instant): Promise<CaseRow | undefined> =>
  trx
    .updateTable('case_file')
    .set({ plan_approved_at: sql<Instant>`coalesce(plan_approved_at, ${at}::timestamptz)` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()

/** The cases that the subject takes part in; at most 500. */
export const listOpenCases = async (trx: ConferencesTrx): Promise<LoadedCase[]> =>
  withParts(trx, await trx.selectFrom('case_file').selectAll().orderBy('opened_at', 'desc').limit(500).execute())

const firstRunning = (clocks: readonly ClockRow[], now: Instant): ClockRow | undefined =>
  clocks.find(
    (row) =>
      row.done_at === null &&
      clockState({ startedAt: row.started_at, dueAt: row.due_at, pausedAt: row.paused_at, doneAt: null }, now) !== 'paused',
  )

export const caseSummaryFrom = ({ row, participations, clocks }: LoadedCase, subject: Subject, now: Instant): CaseSummary => {
  const first = firstRunning(clocks, now)
  return {
    id: row.id,
    code: row.code,
    networkId: row.network_id,
    priority: row.priority,
    ageGroup: row.age_group,
    victimStatus: row.victim_status,
    openedAt: row.opened_at,
    leadInstitutionId: row.lead_institution_id,
    caseManagerId: row.case_manager_id,
    firstClock: first === undefined ? null : clockFrom(first, now),
    mySections: [...openSections(participations, subject, now)],
  }
}

/** Case by case, the clock that falls first at the top; without a clock last. */
export const byFirstClock = (a: CaseSummary, b: CaseSummary): number =>
  (a.firstClock?.dueAt ?? '9').localeCompare(b.firstClock?.dueAt ?? '9')
