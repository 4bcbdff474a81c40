import { type Reaction, reaction } from '@mreza/bus'
import type { CaseId, PersonId, PlanId } from '@mreza/contracts-kernel'
import { roomRequestAnswered, roomRequested, roomRequestWithdrawn } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { PlanNewsBoard } from '../live/plan-news.ts'
import { caseManagerOf } from '../store/leads.ts'
import type { PlansTables } from '../store/tables.ts'

interface OfPlan {
  readonly planId: PlanId
  readonly caseId: CaseId
}

/** Tells the open pages of who asked and of who leads that a request was made, answered or taken back (PL18); the rows are committed by now. */
export const onRoomRequestMoved = (news: PlanNewsBoard): readonly Reaction[] => {
  const tell = async (trx: Trx<PlansTables>, { planId, caseId }: OfPlan, by: PersonId | undefined): Promise<void> => {
    if (by !== undefined) news.tell(planId, { news: 'requests', by, caseManagerId: await caseManagerOf(trx, caseId) })
  }
  return [
    reaction(roomRequested, (trx: Trx<PlansTables>, { data }) => tell(trx, data, data.actorId ?? undefined)),
    reaction(roomRequestAnswered, (trx: Trx<PlansTables>, { data }) => tell(trx, data, data.audience.personIds[0])),
    reaction(roomRequestWithdrawn, (trx: Trx<PlansTables>, { data }) => tell(trx, data, data.by)),
  ]
}
