import { allow } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

/**
 * The vault: who the beneficiary is, sealed per person (rule D7). The service's own role can only put in; what is in is
 * read by `mreza_vault` alone, and only for who may read the referral or takes part in the case. `sealed` opens with a
 * key that the database does not have. The look into the vault writes its audit row and event in its own transaction.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table vault.subject_key (beneficiary_id uuid primary key, wrapped bytea not null, made_at timestamptz not null default now())`.execute(
    db,
  )
  await sql`
    create table vault.identity_field (
      beneficiary_id uuid not null references vault.subject_key (beneficiary_id),
      field text not null,
      sealed bytea not null,
      primary key (beneficiary_id, field)
    )`.execute(db)
  const readable = sql<boolean>`beneficiary_id in (select r.beneficiary_id from conferences.referral r)`
  await sql`set local search_path = vault`.execute(db)
  for (const table of ['subject_key', 'identity_field'])
    await allow(db, table, [
      { to: 'mreza_conferences', can: ['insert'], rows: sql`exists (select from access.case_worker())` },
      { to: 'mreza_vault', can: ['select'], rows: readable },
    ])
  await sql`set local search_path = conferences`.execute(db)
  await sql`grant usage on schema vault to mreza_conferences`.execute(db)
  await sql`grant usage on schema conferences to mreza_vault`.execute(db)
}
