import { allow } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const tables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table audit_entry (
      chain text not null,
      seq bigint not null,
      at timestamptz not null,
      action text not null,
      person_id uuid,
      institution_id uuid,
      purpose text,
      refs jsonb not null,
      hash bytea not null,
      case_id uuid generated always as (case when chain ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then chain::uuid end) stored,
      primary key (chain, seq)
    )`.execute(db)
  await sql`create index audit_entry_case on audit_entry (case_id, seq) where case_id is not null`.execute(db)
  await sql`create table audit_head (chain text primary key, seq bigint not null, hash bytea not null)`.execute(db)
  await sql`
    create table audit_signed_head (
      chain text not null, seq bigint not null, hash bytea not null, at timestamptz not null, mac bytea not null,
      primary key (chain, seq)
    )`.execute(db)
}

/** Even the owner is refused; who takes the trigger away is found by the chain. */
const appendOnly = async (db: Kysely<unknown>, schema: string): Promise<void> => {
  await sql`
    create function audit_is_append_only() returns trigger language plpgsql set search_path = pg_catalog as $$
    begin
      raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  for (const table of ['audit_entry', 'audit_signed_head'])
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.id(schema, table)}
      for each statement execute function ${sql.id(schema, 'audit_is_append_only')}()`.execute(db)
}

/** Field by field with its length in bytes, so that no two entries have the same bytes; absent is `-`. Frozen: `entryBytes` reads it. */
const appendFunction = async (db: Kysely<unknown>, schema: string): Promise<void> => {
  await sql`
    create function audit_field(value text) returns text language sql immutable set search_path = pg_catalog as
    $$ select case when value is null then '-,' else octet_length(value) || ':' || value || ',' end $$`.execute(db)
  await sql`
    create function audit_append(in_chain text, in_action text, in_person uuid, in_institution uuid, in_purpose text, in_refs jsonb)
    returns void language plpgsql security definer set search_path = ${sql.id(schema)}, pg_catalog, pg_temp as $$
    declare
      head audit_head;
      moment timestamptz;
      entry text;
      digest bytea;
    begin
      insert into audit_head (chain, seq, hash) values (in_chain, 0, '') on conflict do nothing;
      select * into strict head from audit_head where chain = in_chain for update;
      moment := clock_timestamp();
      entry := audit_field(in_chain) || audit_field((head.seq + 1)::text)
        || audit_field(to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_field(in_action) || audit_field(in_person::text) || audit_field(in_institution::text)
        || audit_field(in_purpose) || audit_field(in_refs::text);
      digest := sha256(head.hash || convert_to(entry, 'UTF8'));
      insert into audit_entry (chain, seq, at, action, person_id, institution_id, purpose, refs, hash)
        values (in_chain, head.seq + 1, moment, in_action, in_person, in_institution, in_purpose, in_refs, digest);
      update audit_head set seq = head.seq + 1, hash = digest where chain = in_chain;
    end $$`.execute(db)
}

/**
 * For migrations: the audit log of `schema` (tables, trigger, and the reviewed SECURITY DEFINER function `audit_append`,
 * which goes on the catalogue's allow-list). The runtime role may add and, where a policy of the caller lets it, read;
 * the worker role reads everything and signs heads. The caller adds the read policy of the runtime role, for instance by
 * `allow(db, 'audit_entry', [{ to: 'mreza_conferences', can: ['select'], rows: sql`case_id in (…)` }])`.
 */
export const createAudit = async <T>(db: Kysely<T>, schema: string, writers: readonly string[] = [`mreza_${schema}`]): Promise<void> => {
  const plain = db as unknown as Kysely<unknown>
  const worker = `mreza_${schema}_worker`
  await tables(plain)
  await appendOnly(plain, schema)
  await appendFunction(plain, schema)
  await allow(plain, 'audit_entry', [{ to: worker, can: ['select'] }])
  await allow(plain, 'audit_head', [{ to: worker, can: ['select'] }])
  await allow(plain, 'audit_signed_head', [{ to: worker, can: ['select', 'insert'] }])
  await sql`revoke all on function audit_append, audit_field, audit_is_append_only from public`.execute(plain)
  for (const role of new Set([...writers, worker])) await sql`grant execute on function audit_append to ${sql.id(role)}`.execute(plain)
}
