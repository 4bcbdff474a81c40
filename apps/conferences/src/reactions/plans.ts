import { reaction } from '@mreza/bus'
import { planApproved } from '@mreza/contracts-plans'
import { fulfilSteps } from '../operations/fulfil-steps.ts'
import { keepPlanApproved } from '../store/cases.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { loadReferral } from '../store/referrals.ts'

/** An approval of a plan marks the steps that it proves as done; the first sets those going that count from it (CF10). */
export const onPlanApproved = reaction(planApproved, async (trx: ConferencesTrx, { data: { caseId, actorId, at } }) => {
  const row = await keepPlanApproved(trx, caseId, at)
  const referral = row === undefined ? undefined : await loadReferral(trx, row.referral_id)
  if (row === undefined || referral === undefined) return
  const actor = { personId: actorId, institutionId: null }
  await fulfilSteps(trx, row, 'plan-approved', { actor, at, sentAt: referral.row.sent_at })
})
