import { type Kysely, sql } from 'kysely'

/**
 * Who takes part in a case also reads what was done with the referral that opened it: a look at the identity before the case
 * was opened belongs to the same access log (rule D9).
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create policy of_own_referral on audit_entry for select to mreza_conferences
    using (chain in (select 'referral:' || c.referral_id from case_file c))`.execute(db)
}
