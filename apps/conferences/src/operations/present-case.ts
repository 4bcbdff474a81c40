import type { CaseDetail } from '@mreza/contracts-conferences'
import { refuseInConferences } from '@mreza/contracts-conferences'
import type { CaseId, Subject } from '@mreza/contracts-kernel'
import { caseSummaryFrom } from '../store/cases.ts'
import { clockFrom } from '../store/clocks.ts'
import { nextConferenceOf } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { procedureOf } from '../store/read-models.ts'
import { loadReferral } from '../store/referrals.ts'
import { caseStepFrom, stepsOf } from '../store/steps.ts'
import { readableCase } from './may-case.ts'

/** A case as who takes part reads it, field by field. */
export const presentCase = async (trx: ConferencesTrx, id: CaseId, subject: Subject, at: Date): Promise<CaseDetail> => {
  const now = at.toISOString()
  const loaded = await readableCase(trx, id, subject, now)
  const { row } = loaded
  const referral = await loadReferral(trx, row.referral_id)
  if (referral === undefined) throw refuseInConferences('not-found')
  const agreement = row.agreement_id === null ? undefined : await procedureOf(trx, row.agreement_id)
  const { content } = referral.row
  return {
    ...caseSummaryFrom(loaded, subject, now),
    referralId: row.referral_id,
    referredBy: referral.row.sender_id,
    agreement: agreement === undefined ? null : { id: agreement.agreement_id, title: agreement.title, inForceAt: agreement.in_force_at },
    whatHappened: content.whatHappened,
    indicators: content.indicators,
    wishes: content.wishes,
    priorityReason: content.priorityReason,
    immediateSafety: content.immediateSafety,
    steps: (await stepsOf(trx, id)).map((step) => caseStepFrom(step, loaded.clocks, now)),
    clocks: loaded.clocks.map((clock) => clockFrom(clock, now)),
    participations: [...loaded.participations],
    nextConference: await nextConferenceOf(trx, id),
  }
}
