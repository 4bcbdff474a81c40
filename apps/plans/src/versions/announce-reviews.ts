import { emit } from '@mreza/bus'
import { civilDateOf } from '@mreza/calendar'
import type { Audience } from '@mreza/contracts-kernel'
import { planReviewDue } from '@mreza/contracts-plans'
import { asWorker, type Db, type Trx } from '@mreza/db'
import { momentToAnnounce } from '../domain/review.ts'
import { type ReviewClockRow, reviewsInReach } from '../store/review-clocks.ts'
import type { PlansTables } from '../store/tables.ts'

const batch = 100

/** Who looks at the plan again: the case manager, and who coordinates in the institution that leads the case. */
const whoLeads = async (trx: Trx<PlansTables>, caseId: ReviewClockRow['case_id']): Promise<Audience> => {
  const lead = await trx.selectFrom('case_lead').selectAll().where('case_id', '=', caseId).executeTakeFirst()
  const [manager, institution] = [lead?.case_manager_id ?? null, lead?.lead_institution_id ?? null]
  return {
    personIds: manager === null ? [] : [manager],
    institutionIds: institution === null ? [] : [institution],
    roles: ['coordinator'],
  }
}

const announce = async (trx: Trx<PlansTables>, clock: ReviewClockRow, moment: 'soon' | 'today', at: string): Promise<void> => {
  const of = { planId: clock.plan_id, caseId: clock.case_id, versionId: clock.version_id }
  const what = { standard: clock.standard, dueOn: clock.due_on, moment }
  await emit(trx, planReviewDue, { ...of, ...what, at, actorId: null, audience: await whoLeads(trx, clock.case_id) })
  await trx
    .updateTable('review_clock')
    .set(moment === 'soon' ? { soon_announced_at: at } : { today_announced_at: at })
    .where('version_id', '=', clock.version_id)
    .where('standard', '=', clock.standard)
    .execute()
}

/** Announces each review that is a week away or due, once (PL21), also those that came to it while no service ran. Says how many. */
export const announceReviews = (worker: Db<PlansTables>, now: Date): Promise<number> =>
  asWorker(worker, async (trx) => {
    const at = now.toISOString()
    const today = civilDateOf(at)
    const clocks = await reviewsInReach(trx, today, batch)
    for (const clock of clocks) {
      const said = { soonAnnounced: clock.soon_announced_at !== null, todayAnnounced: clock.today_announced_at !== null }
      const moment = momentToAnnounce({ dueOn: clock.due_on, soonOn: clock.soon_on, ...said }, today)
      if (moment !== null) await announce(trx, clock, moment, at)
    }
    return clocks.length
  })
