import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { type Audience, Role, type Subject } from '@mreza/contracts-kernel'
import { canInPlan, type PlanResource, refuseInPlans, roomRequested } from '@mreza/contracts-plans'
import { asSubject, newId, type Trx } from '@mreza/db'
import { planResource } from '../store/leads.ts'
import { insertRequest, openRequest, type RoomRequestRow, roomRequestFrom } from '../store/room-requests.ts'
import type { PlansTables } from '../store/tables.ts'
import { readablePlan } from './may-plan.ts'
import type { Of } from './parts.ts'

/** Who leads the case: its manager, and the coordinators of the institution that leads it (PL18). */
const leaders = ({ caseManagerId, leadInstitutionId }: PlanResource): Audience => ({
  personIds: caseManagerId === null ? [] : [caseManagerId],
  institutionIds: leadInstitutionId === null ? [] : [leadInstitutionId],
  roles: [Role.enum.coordinator],
})

const ask = async (trx: Trx<PlansTables>, row: RoomRequestRow, lead: PlanResource, by: Subject): Promise<RoomRequestRow> => {
  if (!(await insertRequest(trx, row))) {
    const asked = await openRequest(trx, row.case_id, row.room, row.by)
    if (asked === undefined) throw refuseInPlans('changed-meanwhile')
    return asked
  }
  const of = { planId: row.plan_id, caseId: row.case_id, requestId: row.id, room: row.room, institutionId: row.institution_id }
  await emit(trx, roomRequested, { ...of, at: row.at, actorId: by.personId, audience: leaders(lead) })
  const actor = { personId: by.personId, institutionId: by.institutionId }
  const refs = { planId: row.plan_id, room: row.room, requestId: row.id }
  await record(trx, { chain: row.case_id, action: 'request-room', actor, refs })
  return row
}

/** Asks those who lead the case for a room that is closed to who asks; who has asked already and waits is given that request (PL18). */
export const requestRoom: Of<'requestRoom'> =
  ({ db }) =>
  (ctx, { planId, room, reason }) => {
    const { subject, databaseKey, now } = ctx
    return asSubject(db.runtime, databaseKey, async (trx) => {
      const { plan, resourceOf } = await readablePlan(trx, planId, subject)
      if (!canInPlan(subject, 'plan.request-room', resourceOf(room))) throw refuseInPlans('not-allowed')
      if (canInPlan(subject, 'plan.read', resourceOf(room))) throw refuseInPlans('room-already-open')
      const of = { id: newId<'RoomRequestId'>(), plan_id: planId, case_id: plan.case_id, room }
      const asked = { by: subject.personId, institution_id: subject.institutionId, reason, at: now.toISOString() }
      const unanswered = { answer: null, answered_at: null, answer_reason: null }
      return roomRequestFrom(await ask(trx, { ...of, ...asked, ...unanswered }, await planResource(trx, plan.case_id), subject))
    })
  }
