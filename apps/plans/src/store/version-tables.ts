import type { CaseId, InstitutionId, Language, PersonId, PlanId } from '@mreza/contracts-kernel'
import type { Participation, PlanRoom, VersionId, VersionKind } from '@mreza/contracts-plans'

export interface VersionTable {
  id: VersionId
  plan_id: PlanId
  case_id: CaseId
  kind: VersionKind
  number: number | null
  title: string
  at: string
  /** Null: kept by the system. */
  by: PersonId | null
  institution_id: InstitutionId | null
  hash: Buffer | null
  participation: Participation | null
  programme_by: string | null
  law_by: string | null
}

/** A room as it was up to `seq` of its log, who wrote in it since the version before, and who carries an activity in it. */
export interface VersionRoomTable {
  version_id: VersionId
  room_id: string
  case_id: CaseId
  room: PlanRoom
  seq: number
  state: Buffer
  hash: Buffer
  writers: InstitutionId[]
  asked: InstitutionId[]
}

export interface SignOffTable {
  version_id: VersionId
  case_id: CaseId
  institution_id: InstitutionId
  person_id: PersonId
  at: string
  reservation: string | null
}

export interface CopyHandedTable {
  id: string
  version_id: VersionId
  case_id: CaseId
  language: Language
  large_print: boolean
  handed_on: string
  by: PersonId
  at: string
  note: string | null
}

/** When an approved version is to be looked at again by one standard; stopped by a newer version (PL21). */
export interface ReviewClockTable {
  version_id: VersionId
  plan_id: PlanId
  case_id: CaseId
  standard: 'programme' | 'law'
  due_on: string
  soon_on: string
  soon_announced_at: string | null
  today_announced_at: string | null
  stopped_at: string | null
}

export interface CaseCodeTable {
  case_id: CaseId
  code: string
}

/** The tables of the versions of plans. */
export interface VersionTables {
  version: VersionTable
  version_room: VersionRoomTable
  sign_off: SignOffTable
  copy_handed: CopyHandedTable
  review_clock: ReviewClockTable
  case_code: CaseCodeTable
}
