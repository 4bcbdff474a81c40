import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { Review } from '../domain/review.ts'
import type { PlansTables } from './tables.ts'
import type { ReviewClockTable } from './version-tables.ts'
import type { VersionRow } from './versions.ts'

export type ReviewClockRow = Selectable<ReviewClockTable>

/** Begins the reviews of a version that was just approved, and stops those of the versions before it (PL21). */
export const beginReviews = async (
  trx: Trx<PlansTables>,
  { id, plan_id, case_id, at }: VersionRow,
  reviews: readonly Review[],
): Promise<void> => {
  await trx.updateTable('review_clock').set({ stopped_at: at }).where('plan_id', '=', plan_id).where('stopped_at', 'is', null).execute()
  const fresh = { soon_announced_at: null, today_announced_at: null, stopped_at: null }
  const rows = reviews.map(({ standard, dueOn, soonOn }) => ({ standard, due_on: dueOn, soon_on: soonOn }))
  await trx
    .insertInto('review_clock')
    .values(rows.map((row) => ({ version_id: id, plan_id, case_id, ...row, ...fresh })))
    .execute()
}

/** Reviews that are near or due and not done with; held, so that two instances never announce one twice. */
export const reviewsInReach = (trx: Trx<PlansTables>, today: string, most: number): Promise<ReviewClockRow[]> =>
  trx
    .selectFrom('review_clock')
    .selectAll()
    .where('soon_on', '<=', today)
    .where('stopped_at', 'is', null)
    .where('today_announced_at', 'is', null)
    .where((where) => where.or([where('soon_announced_at', 'is', null), where('due_on', '<=', today)]))
    .orderBy('due_on')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
