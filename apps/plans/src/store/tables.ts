import type { CaseId, InstitutionId, PersonId, PlanId } from '@mreza/contracts-kernel'
import type {
  ActivityId,
  ActivityState,
  GoalId,
  IndicatorId,
  Participation,
  PlanArea,
  PlanGap,
  PlanPhase,
  PlanRoom,
} from '@mreza/contracts-plans'
import type { Generated } from 'kysely'

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
  changed_at: string
}

/** Which institution takes part in a case with which sections, as conferences announced it. */
export interface HolderTable {
  participation_id: string
  case_id: CaseId
  institution_id: InstitutionId
  sections: PlanRoom[]
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
  at: string
}

export interface RoomContentTable extends OfRoom {
  seq: number
  content_hash: Buffer
  wishes: string
  participation: Participation | null
  projected_at: string
}

export interface GoalTable extends OfRoom {
  id: GoalId
  position: number
  area: PlanArea
  phase: PlanPhase
  outcome: string
  rank: string
}

export interface IndicatorTable extends OfRoom {
  id: IndicatorId
  position: number
  goal_id: GoalId
  text: string
  target: string
}

export interface ActivityTable extends OfRoom {
  id: ActivityId
  position: number
  goal_id: GoalId
  what: string
  responsible_institution_id: InstitutionId | null
  responsible_person_id: PersonId | null
  due_on: string | null
  state: ActivityState
}

export interface PlanGapTable extends OfRoom {
  position: number
  kind: PlanGap['kind']
  goal_id: GoalId | null
  activity_id: ActivityId | null
}

export interface PlansTables {
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
}
