import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import type { Audience, InstitutionId } from '@mreza/contracts-kernel'
import { canInPlan, refuseInPlans, versionSignedOff } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { planResource } from '../store/leads.ts'
import { insertSignOff } from '../store/versions.ts'
import { presentVersion } from '../versions/present-version.ts'
import { approvedVersion, versionAgain } from './may-version.ts'
import type { Of } from './parts.ts'

const leadOnly = (lead: InstitutionId | null): Partial<Audience> => ({ institutionIds: lead === null ? [] : [lead] })

/** Puts the name of the caller's institution to an approved version, once, with what it does not agree to (PL20). Only asked institutions do. */
export const signOffVersion: Of<'signOffVersion'> =
  ({ db, news }) =>
  async (ctx, { versionId, reservation }) => {
    const { personId, institutionId } = ctx.subject
    const at = ctx.now.toISOString()
    const { signed, planId } = await asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan, version } = await approvedVersion(trx, versionId, ctx.subject)
      const lead = await planResource(trx, plan.case_id)
      const asked = version.rooms.some((room) => room.asked.includes(institutionId))
      if (!asked || !canInPlan(ctx.subject, 'plan.sign-off', lead)) throw refuseInPlans('not-allowed')
      const of = { version_id: versionId, case_id: plan.case_id, institution_id: institutionId }
      if (!(await insertSignOff(trx, { ...of, person_id: personId, at, reservation }))) throw refuseInPlans('already-signed-off')
      const facts = { planId: plan.id, caseId: plan.case_id, versionId, institutionId, withReservation: reservation !== null }
      await emit(trx, versionSignedOff, { ...facts, at, actorId: personId, audience: leadOnly(lead.leadInstitutionId) })
      const refs = { planId: plan.id, versionId }
      await record(trx, { chain: plan.case_id, action: 'sign-off-plan', actor: { personId, institutionId }, refs })
      return { signed: presentVersion(await versionAgain(trx, versionId)), planId: plan.id }
    })
    news.tell(planId, { news: 'versions' })
    return signed
  }
