import type { CaseId, InstitutionId, PersonId, PlanId, Role } from '@mreza/contracts-kernel'
import type { CommentAnchor, CommentId, NarrowedRight, PlanRoom, RoomRequest, RoomRequestId, ThreadId } from '@mreza/contracts-plans'

/** Who leads a case, as conferences announced it; null what was not heard of yet. */
export interface CaseLeadTable {
  case_id: CaseId
  lead_institution_id: InstitutionId | null
  case_manager_id: PersonId | null
  named_at: string | null
}

/** Who works where, as identity announced it. */
export interface MemberTable {
  membership_id: string
  person_id: PersonId
  institution_id: InstitutionId
  roles: Role[]
  ended_at: string | null
}

interface OfPlan {
  plan_id: PlanId
  case_id: CaseId
}

/** How far an institution is narrowed in a plan; no row: not at all. */
export interface NarrowedRightTable extends OfPlan {
  institution_id: InstitutionId
  narrowed_to: Exclude<NarrowedRight['right'], 'write'>
  by: PersonId
  at: string
}

export interface RoomRequestTable extends OfPlan {
  id: RoomRequestId
  room: PlanRoom
  by: PersonId
  institution_id: InstitutionId
  reason: string
  at: string
  answer: RoomRequest['answer']
  answered_at: string | null
  answer_reason: string | null
}

export interface ThreadTable extends OfPlan {
  id: ThreadId
  room_id: string
  room: PlanRoom
  anchor: CommentAnchor
  started_at: string
  resolved_by: PersonId | null
  resolved_at: string | null
}

export interface CommentTable {
  id: CommentId
  thread_id: ThreadId
  case_id: CaseId
  room: PlanRoom
  text: string
  by: PersonId
  institution_id: InstitutionId
  at: string
  changed_at: string | null
  mentions: PersonId[]
}

/** What stands beside the text of a plan. */
export interface BesideTables {
  case_lead: CaseLeadTable
  member: MemberTable
  narrowed_right: NarrowedRightTable
  room_request: RoomRequestTable
  thread: ThreadTable
  comment: CommentTable
}
