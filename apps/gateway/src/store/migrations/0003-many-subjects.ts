import type { Migration } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

/** Who a session stands for: its membership, while session, account and membership are all alive. `hash` is of the session's database key. */
const living = (hash: RawBuilder<unknown>) => sql`
  join identity.session s on s.database_key_hash = ${hash}
  join identity.membership m on m.id = s.membership_id
  join identity.account a on a.person_id = m.person_id
  where s.revoked_at is null and s.expires_at > now() and s.idle_until > now()
    and a.disabled_at is null
    and m.ended_at is null and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())`

/**
 * Each is looked up by a unique key, in a plan that is made once for a connection and does not depend on what was known of the sizes of
 * tables: a search through a small table would hash the key once for each of its rows.
 */
const byKey = sql`set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = force_generic_plan`

const subject = (db: Kysely<unknown>) =>
  sql`
    create or replace function access.subject()
    returns table (person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[])
    language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp ${byKey} as $$
    #variable_conflict use_column
    begin
      return query
        select m.person_id, m.institution_id, m.network_id, m.sector, m.roles
        from (select sha256(convert_to(nullif(current_setting('mreza.session_key', true), ''), 'UTF8')) as hash) mine
        ${living(sql`mine.hash`)};
    end $$`.execute(db)

const subjects = (db: Kysely<unknown>) =>
  sql`
    create function access.subjects(in_keys text[])
    returns table (place int, person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[])
    language plpgsql stable security definer rows 10 set search_path = pg_catalog, pg_temp ${byKey} as $$
    #variable_conflict use_column
    begin
      return query
        select asked.place::int, m.person_id, m.institution_id, m.network_id, m.sector, m.roles
        from unnest(in_keys) with ordinality asked (key, place)
        ${living(sql`sha256(convert_to(nullif(asked.key, ''), 'UTF8'))`)};
    end $$`.execute(db)

/**
 * The question `access.subject()` as it was, cheaper; and the same of many sessions at once: `access.subjects(keys)`, a row for each
 * key that opens a session, with its place in the list. Only functions of `access` ask it.
 */
export const identity0003: Migration = {
  up: async (db) => {
    await subject(db)
    await subjects(db)
    await sql`revoke all on function access.subjects(text[]) from public`.execute(db)
  },
}
