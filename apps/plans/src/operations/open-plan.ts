import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import type { CaseId, InstitutionId, Section, Subject } from '@mreza/contracts-kernel'
import { canInPlan, PlanRoom, planOpened, refuseInPlans, rightIn } from '@mreza/contracts-plans'
import { asSubject, newId, type Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import { holdersOf, insertPlan, insertRooms, openSections, planOfCase } from '../store/plans.ts'
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
  sections: readonly Section[],
  holders: readonly { institutionId: InstitutionId; sections: Section[] }[],
) =>
  PlanRoom.options.map((room) => ({
    room,
    right: rightIn(subject, { room, openSections: sections }),
    holders: [...new Set(holders.filter((holder) => holder.sections.includes(room)).map(({ institutionId }) => institutionId))],
  }))

/** Opens the plan of a case, and makes it the first time (PL1); a case that is closed to one has none (rule D6). */
export const openPlan: Of<'openPlan'> =
  ({ db }) =>
  (ctx, { caseId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const sections = await openSections(trx, caseId)
      if (!canInPlan(ctx.subject, 'plan.read', { room: 'core', openSections: sections })) throw refuseInPlans('not-found')
      const plan = (await planOfCase(trx, caseId)) ?? (await makePlan(trx, caseId, ctx.subject, ctx.now))
      return {
        planId: plan.id,
        caseId,
        createdAt: plan.created_at,
        rooms: doorsFor(ctx.subject, sections, await holdersOf(trx, caseId)),
      }
    })
