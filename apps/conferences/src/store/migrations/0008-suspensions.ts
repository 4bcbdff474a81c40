import { allow } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

/** Whether an agreement stands still, as it was told last; also of one whose procedure is not known yet. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table suspension (agreement_id uuid primary key, suspended boolean not null, told_at timestamptz not null)`.execute(db)
  await allow(db, 'suspension', [
    { to: 'mreza_conferences', can: ['select'], rows: sql`exists (select from access.subject())` },
    { to: 'mreza_conferences_worker', can: ['select', 'insert', 'update'] },
  ])
}
