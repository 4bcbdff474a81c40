import type { PlanId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { type RawBuilder, sql } from 'kysely'
import type { PlansTables } from './tables.ts'

const forget = (trx: Trx<PlansTables>, which: RawBuilder<boolean>) =>
  sql`update thread set anchor = jsonb_set(anchor, '{quote}', '""') where anchor ->> 'quote' <> '' and ${which}`.execute(trx)

/**
 * Forgets the quoted passages of conversations that began before a moment: a passage that was deleted since must not live on beside
 * the text (PL12). Where it still stands the page reads it from the document.
 */
export const forgetOldQuotes = async (trx: Trx<PlansTables>, before: Date): Promise<void> => {
  await forget(trx, sql`started_at < ${before.toISOString()}`)
}

/** Forgets all quoted passages of a plan. */
export const forgetQuotesOf = async (trx: Trx<PlansTables>, planId: PlanId): Promise<void> => {
  await forget(trx, sql`plan_id = ${planId}`)
}
