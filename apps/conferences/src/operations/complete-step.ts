import { emit } from '@mreza/bus'
import { clockEnded, mayCompleteStep, refuseInConferences, stepCompleted } from '@mreza/contracts-conferences'
import type { CaseId } from '@mreza/contracts-kernel'
import { asSubject } from '@mreza/db'
import { stepState } from '../domain/procedure.ts'
import { endClock } from '../store/clocks.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { loadReferral } from '../store/referrals.ts'
import { advanceSteps, type StepRow, stepsOf } from '../store/steps.ts'
import { audit } from './announce.ts'
import { caseFacts, whoTakesPart } from './case-facts.ts'
import { clockEndedFacts } from './clock-facts.ts'
import { changeableCase } from './may-case.ts'
import { measureStep } from './measure-duty.ts'
import type { Of } from './parts.ts'
import { presentCase } from './present-case.ts'

const openStep = async (trx: ConferencesTrx, caseId: CaseId, stepId: string): Promise<StepRow> => {
  const step = (await stepsOf(trx, caseId)).find(({ step_id }) => step_id === stepId)
  if (step === undefined) throw refuseInConferences('not-found', { field: 'stepId' })
  if (stepState({ triggeredAt: step.triggered_at, doneAt: step.done_at }) !== 'now')
    throw refuseInConferences('step-not-open', { field: 'stepId' })
  return step
}

/** Marks a step as done with its evidence; its clock ends and the steps that waited for it begin (CF10, CF12). */
export const completeStep: Of<'completeStep'> =
  ({ db }) =>
  (ctx, { caseId, stepId, evidence }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const at = ctx.now.toISOString()
      const loaded = await changeableCase(trx, caseId, subject, at, 'case.complete-step')
      const { row } = loaded
      const referral = await loadReferral(trx, row.referral_id)
      if (referral === undefined) throw refuseInConferences('not-found')
      const { step } = await openStep(trx, caseId, stepId)
      const isReporter = referral.row.sender_id === subject.institutionId
      if (!mayCompleteStep(step.actor, subject, { isCaseManager: row.case_manager_id === subject.personId, isReporter }))
        throw refuseInConferences('step-not-yours', { field: 'stepId' })
      await trx
        .updateTable('case_step')
        .set({ done_at: at, done_by: subject.personId, evidence })
        .where('case_id', '=', caseId)
        .where('step_id', '=', stepId)
        .execute()
      const ended = await endClock(trx, { caseId, stepId }, at)
      if (ended !== undefined) {
        await emit(trx, clockEnded, clockEndedFacts(ended, row.code, subject, at))
        await measureStep(trx, ended, row, step, at)
      }
      await advanceSteps(trx, row, referral.row.sent_at)
      await emit(trx, stepCompleted, { ...caseFacts(row, subject, at), audience: whoTakesPart(loaded, at), stepId })
      await audit(trx, subject, { chain: caseId, action: 'complete-step', refs: { caseId, stepId } })
      return presentCase(trx, caseId, subject, ctx.now)
    })
