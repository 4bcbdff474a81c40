import type { CaseId, InstitutionId, PersonId, PlanId } from '@mreza/contracts-kernel'
import type {
  ActivityId,
  ActivityState,
  ContactRhythm,
  GoalId,
  IndicatorId,
  Participation,
  PlanArea,
  PlanGap,
  PlanPhase,
  PlanRoom,
  RiskId,
  RiskLevel,
  UnderstandingId,
} from '@mreza/contracts-plans'
import type { Generated } from 'kysely'
import type { BesideTables } from './beside-tables.ts'
import type { VersionTables } from './version-tables.ts'

export interface PlanTable {
  id: PlanId
  case_id: CaseId
  created_at: string
  created_by: PersonId
  institution_id: InstitutionId
}

export interface RoomTable {
  id: string
  plan_id: PlanId
  case_id: CaseId
  room: PlanRoom
  seq: Generated<number>
  epoch: Generated<number>
  /** The version of the document that the room's log is in. */
  document_version: Generated<number>
  changed_at: string
  /** Goes into the hash of what the room says, so that nobody can try a guess about a closed room. */
  salt: Generated<Buffer>
}

/** Which institution takes part in a case with which sections, as conferences announced it. */
export interface HolderTable {
  participation_id: string
  case_id: CaseId
  institution_id: InstitutionId
  sections: PlanRoom[]
  /** Null: everyone of the institution who works on cases. */
  person_id: PersonId | null
  ended: boolean
}

interface OfRoom {
  room_id: string
  case_id: CaseId
  room: PlanRoom
}

/** To whom a writer number was issued; `lease` grows with every connection made under it. */
export interface ClientIssueTable extends OfRoom {
  client_id: number
  person_id: PersonId
  institution_id: InstitutionId
  lease: Generated<number>
  issued_at: string
}

export interface TicketTable extends OfRoom {
  hash: Buffer
  plan_id: PlanId
  client_id: number
  person_id: PersonId
  sealed_key: Buffer
  schema_version: number
  expires_at: string
}

export interface RoomUpdateTable extends OfRoom {
  seq: number
  update: Buffer
  client_id: number
  person_id: PersonId
  institution_id: InstitutionId
  at: string
}

export interface RoomSnapshotTable extends OfRoom {
  seq: number
  state: Buffer
  /** The encoded state vector of `state`. */
  vector: Buffer | null
  at: string
}

export interface RoomContentTable extends OfRoom {
  seq: number
  content_hash: Buffer
  wishes: string
  participation: Participation | null
  review_on: string | null
  contact: ContactRhythm | null
  /** The template that the document of this room names. */
  template_id: string | null
  /** The template by which the gaps of this room were found: that of the core room, as it was then. */
  judged_by: string | null
  projected_at: string
}

export interface GoalTable extends OfRoom {
  id: GoalId
  position: number
  area: PlanArea
  phase: PlanPhase
  outcome: string
  own: string
  assess_on: string | null
  rank: string
}

export interface IndicatorTable extends OfRoom {
  id: IndicatorId
  position: number
  goal_id: GoalId
  text: string
  baseline: string
  target: string
  measure: string
  checked_how: string
}

export interface ActivityTable extends OfRoom {
  id: ActivityId
  position: number
  goal_id: GoalId
  what: string
  responsible_institution_id: InstitutionId | null
  responsible_person_id: PersonId | null
  supporting_institution_ids: InstitutionId[]
  starts_on: string | null
  due_on: string | null
  state: ActivityState
  proof: string
}

export interface RiskTable extends OfRoom {
  id: RiskId
  position: number
  what: string
  response: string
  level: RiskLevel | null
  responsible_institution_id: InstitutionId | null
}

export interface UnderstandingTable extends OfRoom {
  id: UnderstandingId
  position: number
  text: string
  agreed_on: string | null
}

export interface PlanGapTable extends OfRoom {
  position: number
  kind: PlanGap['kind']
  binding: boolean
  rule: string | null
  goal_id: GoalId | null
  activity_id: ActivityId | null
  indicator_id: IndicatorId | null
  area: PlanArea | null
}

export interface PlansTables extends BesideTables, VersionTables {
  plan: PlanTable
  room: RoomTable
  holder: HolderTable
  client_issue: ClientIssueTable
  ticket: TicketTable
  room_update: RoomUpdateTable
  room_snapshot: RoomSnapshotTable
  room_content: RoomContentTable
  goal: GoalTable
  indicator: IndicatorTable
  activity: ActivityTable
  plan_gap: PlanGapTable
  risk: RiskTable
  understanding: UnderstandingTable
}
