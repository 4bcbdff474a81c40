import { record } from '@mreza/audit'
import { emit, type Reaction, reaction } from '@mreza/bus'
import { participationEnded, participationGranted } from '@mreza/contracts-conferences'
import type { PersonId } from '@mreza/contracts-kernel'
import { roomRequestAnswered } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import { keepHolding } from '../store/holders.ts'
import { grantRequests, type Opened } from '../store/room-requests.ts'
import type { PlansTables } from '../store/tables.ts'

/** Answers the requests that a participation grants (PL18): who asked is told, and the trail keeps that the grant answered them. */
const answerRequests = async (trx: Trx<PlansTables>, opened: Opened, at: string, actorId: PersonId | null): Promise<void> => {
  for (const row of await grantRequests(trx, opened, at)) {
    const of = { planId: row.plan_id, caseId: row.case_id, requestId: row.id, room: row.room, granted: true }
    await emit(trx, roomRequestAnswered, { ...of, at, actorId, audience: { personIds: [row.by] } })
    const refs = { planId: row.plan_id, room: row.room, requestId: row.id }
    await record(trx, { chain: row.case_id, action: 'grant-room-request', actor: 'system', refs })
  }
}

/** Keeps the holders of sections, answers requests, and has the rights of open connections asked again at once (PL11). */
export const onParticipationChanged = (lookAgain: () => void): readonly Reaction[] => [
  reaction(participationGranted, async (trx: Trx<PlansTables>, { data }) => {
    await keepHolding(trx, { ...data, id: data.participationId, ended: false })
    await answerRequests(trx, data, data.at, data.actorId)
    lookAgain()
  }),
  reaction(participationEnded, async (trx: Trx<PlansTables>, { data }) => {
    await keepHolding(trx, { ...data, id: data.participationId, ended: true })
    lookAgain()
  }),
]
