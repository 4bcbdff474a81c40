import type { ReferralDetail, ReferralSummary } from '@mreza/contracts-conferences'
import type { Instant, InstitutionId, ReferralId } from '@mreza/contracts-kernel'
import type { Selectable } from 'kysely'
import { type ClockRow, clockFrom, clocksOfReferrals } from './clocks.ts'
import type { ConferencesTrx } from './executors.ts'
import type { ConferencesTables } from './tables.ts'

export type ReferralRow = Selectable<ConferencesTables['referral']>

/** A referral with its priority's clock; `undefined` when there is none or the subject may not see it. */
export interface LoadedReferral {
  readonly row: ReferralRow
  readonly clock: ClockRow
}

const withClocks = async (trx: ConferencesTrx, rows: readonly ReferralRow[]): Promise<LoadedReferral[]> => {
  const clocks = await clocksOfReferrals(
    trx,
    rows.map((row) => row.id),
  )
  const byReferral = new Map(clocks.map((clock) => [clock.referral_id, clock]))
  return rows.flatMap((row) => {
    const clock = byReferral.get(row.id)
    return clock === undefined ? [] : [{ row, clock }]
  })
}

/** One referral. `hold` locks it until the transaction ends. */
export const loadReferral = async (trx: ConferencesTrx, id: ReferralId, hold = false): Promise<LoadedReferral | undefined> => {
  const asked = trx.selectFrom('referral').selectAll().where('id', '=', id)
  const rows = await (hold ? asked.forUpdate() : asked).execute()
  return (await withClocks(trx, rows))[0]
}

/** Referrals of an institution, those that wait for an answer first, then the newest; at most 200. */
export const listReferralsOf = async (
  trx: ConferencesTrx,
  institutionId: InstitutionId,
  end: 'sender_id' | 'receiver_id',
): Promise<LoadedReferral[]> => {
  const rows = await trx
    .selectFrom('referral')
    .selectAll()
    .where(end, '=', institutionId)
    .orderBy((eb) => eb.case().when('answered_at', 'is', null).then(0).else(1).end())
    .orderBy('sent_at', 'desc')
    .limit(200)
    .execute()
  return withClocks(trx, rows)
}

export const summaryFrom = ({ row, clock }: LoadedReferral, now: Instant): ReferralSummary => ({
  id: row.id,
  networkId: row.network_id,
  senderId: row.sender_id,
  sentBy: row.sent_by,
  receiverId: row.receiver_id,
  state: row.state,
  priority: row.priority,
  ageGroup: row.age_group,
  sentAt: row.sent_at,
  clock: clockFrom(clock, now),
  caseId: row.case_id,
})

export const detailFrom = (loaded: LoadedReferral, now: Instant): ReferralDetail => ({
  ...summaryFrom(loaded, now),
  content: loaded.row.content,
  acknowledgedAt: loaded.row.acknowledged_at,
  answeredAt: loaded.row.answered_at,
  declineReason: loaded.row.decline_reason,
})
