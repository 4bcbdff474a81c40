import { createAudit } from '@mreza/audit'
import { allow, createOutbox, createProcessedEvents, type Migration } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const accounts = async (db: Kysely<unknown>) => {
  await sql`
    create table account (
      person_id uuid primary key,
      email text not null unique check (email = lower(email)),
      password_hash text,
      display_name jsonb not null,
      language text not null default 'sr-Latn' check (language in ('en', 'sr-Latn', 'sr-Cyrl')),
      created_at timestamptz not null default now(),
      disabled_at timestamptz
    )`.execute(db)
  await sql`
    create table membership (
      id uuid primary key,
      person_id uuid not null references account,
      institution_id uuid not null,
      network_id uuid,
      sector text not null,
      roles text[] not null,
      valid_from timestamptz not null,
      valid_until timestamptz,
      ended_at timestamptz,
      ended_by uuid
    )`.execute(db)
  await sql`create index membership_person on membership (person_id) where ended_at is null`.execute(db)
  await sql`create index membership_network on membership (network_id) where ended_at is null`.execute(db)
  await sql`
    create table invitation (
      id uuid primary key,
      token_hash bytea not null unique,
      person_id uuid not null,
      email text not null check (email = lower(email)),
      display_name jsonb not null,
      institution_id uuid not null,
      network_id uuid,
      sector text not null,
      roles text[] not null,
      invited_by uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create unique index invitation_open on invitation (email, institution_id) where accepted_at is null and withdrawn_at is null`.execute(
    db,
  )
}

const sessions = async (db: Kysely<unknown>) => {
  await sql`
    create table session (
      id uuid primary key,
      token_hash bytea not null unique,
      previous_token_hash bytea unique,
      rotated_at timestamptz not null,
      database_key_hash bytea not null unique,
      membership_id uuid not null references membership,
      assurance text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      idle_until timestamptz not null,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index session_membership on session (membership_id) where revoked_at is null`.execute(db)
  await sql`create index session_ends on session (expires_at)`.execute(db)
  await sql`
    create table sign_in_try (
      id bigint primary key generated always as identity,
      scope text not null check (scope in ('account', 'address')),
      key_hash bytea not null,
      at timestamptz not null
    )`.execute(db)
  await sql`create index sign_in_try_key on sign_in_try (scope, key_hash, at)`.execute(db)
  await sql`create index sign_in_try_at on sign_in_try (at)`.execute(db)
}

const others = async (db: Kysely<unknown>) => {
  await sql`
    create table set_up (
      only_row boolean primary key default true check (only_row),
      token_hash bytea not null,
      institution_id uuid not null,
      made_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`create table institution (id uuid primary key, network_id uuid, sector text not null)`.execute(db)
  await sql`
    create table demo_person (
      slug text primary key,
      person_id uuid not null references account,
      position int not null,
      job_title jsonb not null,
      institution_name jsonb not null,
      network_name jsonb
    )`.execute(db)
}

const rights = async (db: Kysely<unknown>) => {
  const runtime = 'mreza_identity'
  const worker = 'mreza_identity_worker'
  for (const table of ['account', 'membership', 'invitation', 'session', 'set_up', 'demo_person'])
    await allow(db, table, [{ to: runtime, can: ['select', 'insert', 'update'] }])
  await allow(db, 'sign_in_try', [
    { to: runtime, can: ['select', 'insert', 'delete'] },
    { to: worker, can: ['select', 'delete'] },
  ])
  await allow(db, 'session', [{ to: worker, can: ['select', 'delete'] }])
  await allow(db, 'institution', [
    { to: runtime, can: ['select', 'insert', 'update'] },
    { to: worker, can: ['select', 'insert', 'update'] },
  ])
}

/** Who asks, by the database key of the transaction (rule D5); no row when the session is over, whatever else was set. */
const whoAsks = async (db: Kysely<unknown>) => {
  await sql`
    create function access.subject()
    returns table (person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[])
    language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
      select m.person_id, m.institution_id, m.network_id, m.sector, m.roles
      from identity.session s
      join identity.membership m on m.id = s.membership_id
      join identity.account a on a.person_id = m.person_id
      where s.database_key_hash = sha256(convert_to(nullif(current_setting('mreza.session_key', true), ''), 'UTF8'))
        and s.revoked_at is null and s.expires_at > now() and s.idle_until > now()
        and a.disabled_at is null
        and m.ended_at is null and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())
    $$`.execute(db)
  await sql`revoke all on function access.subject() from public`.execute(db)
  await sql`grant execute on function access.subject() to mreza_services`.execute(db)
}

/** The schema `identity` and the question `access.subject()`. */
export const identity0001: Migration = {
  up: async (db) => {
    await accounts(db)
    await sessions(db)
    await others(db)
    await rights(db)
    await createOutbox(db, 'identity')
    await createProcessedEvents(db, 'identity')
    await createAudit(db, 'identity')
    await whoAsks(db)
  },
}
