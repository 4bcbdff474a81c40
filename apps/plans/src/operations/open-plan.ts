import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import type { CaseId, InstitutionId, Section, Subject } from '@mreza/contracts-kernel'
import { canInPlan, type OpenedPlan, PlanRoom, planOpened, type RoomResource, refuseInPlans, rightIn } from '@mreza/contracts-plans'
import { asSubject, newId, type Trx } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import type { Selectable } from 'kysely'
import { planResource } from '../store/leads.ts'
import { roomResources } from '../store/narrowed-rights.ts'
import { holdersOf, insertPlan, insertRooms, planOfCase } from '../store/plans.ts'
import type { PlansTables, PlanTable } from '../store/tables.ts'
import type { Of } from './parts.ts'

const makePlan = async (trx: Trx<PlansTables>, caseId: CaseId, subject: Subject, now: Date): Promise<Selectable<PlanTable>> => {
  const { personId, institutionId } = subject
  const plan = {
    id: newId<'PlanId'>(),
    case_id: caseId,
    created_at: now.toISOString(),
    created_by: personId,
    institution_id: institutionId,
  }
  if (!(await insertPlan(trx, plan))) {
    const other = await planOfCase(trx, caseId)
    if (other === undefined) throw refuseInPlans('changed-meanwhile')
    return other
  }
  await insertRooms(trx, plan, PlanRoom.options)
  await emit(trx, planOpened, { planId: plan.id, caseId })
  await record(trx, { chain: caseId, action: 'make-plan', actor: { personId, institutionId }, refs: { planId: plan.id } })
  return plan
}

const doorsFor = (
  subject: Subject,
  resourceOf: (room: PlanRoom) => RoomResource,
  holders: readonly { institutionId: InstitutionId; sections: Section[] }[],
) =>
  PlanRoom.options.map((room) => ({
    room,
    right: rightIn(subject, resourceOf(room)),
    holders: [...new Set(holders.filter((holder) => holder.sections.includes(room)).map(({ institutionId }) => institutionId))],
  }))

/** The plan of a case for who may read it, made the first time (PL1), and what the policy asks about its rooms. @throws not-found */
export const openedPlan = async (
  trx: Trx<PlansTables>,
  { subject, now }: Pick<CallContext, 'subject' | 'now'>,
  caseId: CaseId,
): Promise<{ readonly plan: OpenedPlan; readonly resourceOf: (room: PlanRoom) => RoomResource }> => {
  const resourceOf = await roomResources(trx, caseId, subject.institutionId)
  if (!canInPlan(subject, 'plan.read', resourceOf('core'))) throw refuseInPlans('not-found')
  const plan = (await planOfCase(trx, caseId)) ?? (await makePlan(trx, caseId, subject, now))
  const opened = {
    planId: plan.id,
    caseId,
    createdAt: plan.created_at,
    rooms: doorsFor(subject, resourceOf, await holdersOf(trx, caseId)),
    leads: canInPlan(subject, 'plan.lead', await planResource(trx, caseId)),
  }
  return { plan: opened, resourceOf }
}

/** Opens the plan of a case, and makes it the first time (PL1); a case that is closed to one has none (rule D6). */
export const openPlan: Of<'openPlan'> =
  ({ db }) =>
  (ctx, { caseId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => (await openedPlan(trx, ctx, caseId)).plan)
