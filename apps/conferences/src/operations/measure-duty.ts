import { emit } from '@mreza/bus'
import type { ObservedDuty, Step } from '@mreza/contracts-agreements'
import { dutyMeasured } from '@mreza/contracts-conferences'
import type { CaseId, Instant, InstitutionId } from '@mreza/contracts-kernel'
import type { CaseRow } from '../store/cases.ts'
import type { ClockRow } from '../store/clocks.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import type { ReferralRow } from '../store/referrals.ts'

type Timed = Pick<ClockRow, 'network_id' | 'due_at' | 'broken_announced_at'>

const measure = (trx: ConferencesTrx, clock: Timed, institutionId: InstitutionId, duty: ObservedDuty, at: Instant): Promise<unknown> =>
  emit(trx, dutyMeasured, { at, networkId: clock.network_id, actorId: null, audience: {}, institutionId, duty, met: at < clock.due_at })

const dutyOf = (step: Pick<Step, 'fulfilledBy'>): ObservedDuty =>
  step.fulfilledBy === 'conference-held' ? 'conference-held-in-time' : 'step-done-in-time'

/** The clock of a step has come to its end, or to its day: the institution that leads the case kept it in time or not. Once for each clock (CF25). */
export const measureStep = async (
  trx: ConferencesTrx,
  clock: Timed,
  row: Pick<CaseRow, 'lead_institution_id'>,
  step: Pick<Step, 'fulfilledBy'>,
  at: Instant,
): Promise<void> => {
  if (clock.broken_announced_at === null) await measure(trx, clock, row.lead_institution_id, dutyOf(step), at)
}

/** A referral got its first answer, or its day came without one (CF25). */
export const measureAnswer = async (
  trx: ConferencesTrx,
  clock: Timed,
  referral: Pick<ReferralRow, 'state' | 'receiver_id'>,
  at: Instant,
): Promise<void> => {
  if (referral.state === 'sent' && clock.broken_announced_at === null)
    await measure(trx, clock, referral.receiver_id, 'referral-answered-in-time', at)
}

/** The step that a case carries under this id; undefined where there is none. */
export const carriedStep = async (trx: ConferencesTrx, caseId: CaseId, stepId: string): Promise<Step | undefined> =>
  (await trx.selectFrom('case_step').select('step').where('case_id', '=', caseId).where('step_id', '=', stepId).executeTakeFirst())?.step
