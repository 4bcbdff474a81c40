import { type Kysely, sql } from 'kysely'

/** When the plan of a case was first approved, as the plans service announced it: the moment that steps of a procedure count from. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table case_file add column plan_approved_at timestamptz`.execute(db)
}
