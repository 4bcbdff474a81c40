import type { PlanId, Subject } from '@mreza/contracts-kernel'
import { canInPlan, type PlanResource, PlanRoom, type RoomResource, refuseInPlans } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import { planResource } from '../store/leads.ts'
import { roomResources } from '../store/narrowed-rights.ts'
import { planById } from '../store/plans.ts'
import type { PlansTables, PlanTable } from '../store/tables.ts'

/** A plan that is open to who asks, with what the policy asks about each of its rooms. */
export interface ReadablePlan {
  readonly plan: Selectable<PlanTable>
  readonly resourceOf: (room: PlanRoom) => RoomResource
  /** The rooms that are open to who asks. */
  readonly openRooms: readonly PlanRoom[]
}

/** The plan, for who may read it; to all others it does not exist (rule D6). @throws not-found */
export const readablePlan = async (trx: Trx<PlansTables>, planId: PlanId, subject: Subject): Promise<ReadablePlan> => {
  const plan = await planById(trx, planId)
  if (plan === undefined) throw refuseInPlans('not-found')
  const resourceOf = await roomResources(trx, plan.case_id, subject.institutionId)
  if (!canInPlan(subject, 'plan.read', resourceOf('core'))) throw refuseInPlans('not-found')
  const openRooms = PlanRoom.options.filter((room) => canInPlan(subject, 'plan.read', resourceOf(room)))
  return { plan, resourceOf, openRooms }
}

/** The plan, for who leads it (PL16). @throws not-found for whom it does not exist, not-allowed for who only works in it */
export const ledPlan = async (
  trx: Trx<PlansTables>,
  planId: PlanId,
  subject: Subject,
): Promise<ReadablePlan & { readonly lead: PlanResource }> => {
  const readable = await readablePlan(trx, planId, subject)
  const lead = await planResource(trx, readable.plan.case_id)
  if (!canInPlan(subject, 'plan.lead', lead)) throw refuseInPlans('not-allowed')
  return { ...readable, lead }
}

/** Refuses who may not do this in a room: a closed room does not exist (rule D6). @throws not-found, not-allowed */
export const mayInRoom = (subject: Subject, capability: 'plan.comment' | 'plan.write', resource: RoomResource): void => {
  if (!canInPlan(subject, 'plan.read', resource)) throw refuseInPlans('not-found')
  if (!canInPlan(subject, capability, resource)) throw refuseInPlans('not-allowed')
}
