import { allow } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_agreements'
const worker = 'mreza_agreements_worker'

/** Who may read agreements at all, as 0001 has it. */
const readers = sql`s.person_id is not null and s.roles && '{coordinator,practitioner,head,city-official,center-officer,auditor}'::text[]`
const ofMyNetwork = sql<boolean>`(
  network_id = (select s.network_id from access.subject() s where ${readers})
  or (select true from access.subject() s where ${readers} and s.network_id is null))`
const coordinatesIt = sql<boolean>`network_id = (select s.network_id from access.subject() s where 'coordinator' = any (s.roles))`
const headsIt = sql`(select s.institution_id from access.subject() s where 'head' = any (s.roles))`
const me = sql`(select s.person_id from access.subject() s)`

/** The institution for which the caller deputises today (AG22). */
const deputisesIt = sql`(
  select d.institution_id from deputy d join access.subject() s on d.institution_id = s.institution_id and d.person_id = s.person_id
  where d.ended_at is null and (d.until is null or d.until >= (now() at time zone 'Europe/Belgrade')::date) limit 1)`

const signsFor = (column: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(column)} in (${headsIt}, ${deputisesIt})`

/** Who signs for a party of this agreement, or has just confirmed a page of it: they move it on. */
const movesIt = (table: string, same: 'agreement_id' | 'template'): RawBuilder<boolean> => {
  const of = (alias: string): RawBuilder<boolean> =>
    same === 'agreement_id'
      ? sql<boolean>`${sql.ref(`${alias}.agreement_id`)} = ${sql.ref(`${table}.agreement_id`)}`
      : sql<boolean>`${sql.ref(`${alias}.network_id`)} = ${sql.ref(`${table}.network_id`)} and ${sql.ref(`${alias}.template_id`)} = ${sql.ref(`${table}.template_id`)}`
  return sql<boolean>`(${coordinatesIt}
    or exists (select from party p where ${of('p')} and ${signsFor('p.institution_id')})
    or exists (select from wet_ink w where ${of('w')} and w.answered_by = ${me}))`
}

const unsent = sql`('draft', 'negotiation', 'ready')`
const binding = sql`('in-force', 'under-review', 'suspended')`

const readsReasons = (table: string): RawBuilder<boolean> => sql<boolean>`(
  network_id = (select s.network_id from access.subject() s where s.roles && '{coordinator,city-official}'::text[])
  or exists (select from party p where p.agreement_id = ${sql.ref(`${table}.agreement_id`)}
    and p.institution_id = (select s.institution_id from access.subject() s where s.roles && '{coordinator,head,practitioner,city-official}'::text[])))`

const confirmsPages = sql<boolean>`(
  network_id = (select s.network_id from access.subject() s where s.roles && '{coordinator,city-official}'::text[])
  or exists (select from party p where p.agreement_id = wet_ink.agreement_id
    and p.institution_id = (select s.institution_id from access.subject() s where s.roles && '{coordinator,head,city-official}'::text[])))`

/** The checks and policies of 0001 that a longer life needs otherwise. */
const dropOld = async (db: Kysely<unknown>): Promise<void> => {
  const checks = await sql<{ conname: string; relname: string }>`
    select c.conname, r.relname from pg_constraint c join pg_class r on r.oid = c.conrelid
    where r.relnamespace = current_schema()::regnamespace and c.contype = 'c' and r.relname in ('agreement', 'signature')
      and pg_get_constraintdef(c.oid) not like '%text_hash ~%'`.execute(db)
  for (const { conname, relname } of checks.rows) await sql`alter table ${sql.id(relname)} drop constraint ${sql.id(conname)}`.execute(db)
  const policies = await sql<{ tablename: string; policyname: string }>`
    select tablename, policyname from pg_policies where schemaname = current_schema() and ${runtime} = any (roles)
      and ((tablename = 'agreement' and cmd = 'UPDATE') or (tablename = 'party' and cmd in ('INSERT', 'DELETE'))
        or (tablename in ('signature', 'decline_reason') and cmd = 'INSERT'))`.execute(db)
  for (const { tablename, policyname } of policies.rows) await sql`drop policy ${sql.id(policyname)} on ${sql.id(tablename)}`.execute(db)
  await sql`drop index agreement_in_force`.execute(db)
}

const period = (path: string): RawBuilder<string> => sql<string>`(
  (content #>> ${`{${path},amount}`}::text[])::int * ('1 ' || case content #>> ${`{${path},unit}`}::text[]
    when 'hour' then 'hour' when 'month' then 'month' when 'year' then 'year' else 'day' end)::interval)`

const lengthenLife = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table agreement
      add column amends uuid references agreement (id),
      add column rounds jsonb not null default '[]',
      add column sign_by timestamptz,
      add column suspended_at timestamptz,
      add column review_due_at timestamptz,
      add column expires_at timestamptz,
      add column ended_why text,
      add column lapsed_at timestamptz,
      add column look_at timestamptz`.execute(db)
  await sql`
    update agreement set
      look_at = case when state in ('sent', 'in-force') then now() end,
      review_due_at = case when state = 'in-force' then in_force_at + ${period('review,every')} / (content #>> '{review,times}')::int end,
      expires_at = case when state = 'in-force' and jsonb_typeof(content -> 'duration') = 'object' then in_force_at + ${period('duration')} end,
      ended_why = case when state = 'ended' then 'replaced' end`.execute(db)
  await sql`
    alter table agreement
      add constraint agreement_states check
        (state in ('draft', 'negotiation', 'ready', 'sent', 'in-force', 'under-review', 'suspended', 'ended', 'lapsed')),
      add constraint agreement_frozen check ((state in ${unsent}) = (sent_at is null) and (sent_at is null) = (text_hash is null)),
      add constraint agreement_has_been_in_force check ((state in ${binding} or state = 'ended') = (in_force_at is not null)),
      add constraint agreement_over check ((state = 'ended') = (ended_at is not null) and (state = 'lapsed') = (lapsed_at is not null)),
      add constraint agreement_ended_why check
        ((ended_why is null) = (ended_at is null) and ended_why in ('replaced', 'expired', 'too-few-parties', 'terminated')),
      add constraint agreement_stands_still check ((state = 'suspended') = (suspended_at is not null))`.execute(db)
  // Two versions never bind at once, not even one of them suspended (AG9); and one amendment at a time (AG27).
  await sql`create unique index agreement_in_force on agreement (network_id, template_id) where state in ${binding}`.execute(db)
  await sql`create unique index agreement_amendment on agreement (amends) where state in ${unsent} or state = 'sent'`.execute(db)
  await sql`create index agreement_look on agreement (look_at) where look_at is not null`.execute(db)
}

const createTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table party add column round int not null default 1 check (round >= 1), add column invited_at timestamptz`.execute(db)
  await sql`
    create table round_asked (
      agreement_id uuid not null, network_id uuid not null, round int not null, at timestamptz not null,
      primary key (agreement_id, round), foreign key (agreement_id, network_id) references agreement (id, network_id)
    )`.execute(db)
  await sql`insert into round_asked (agreement_id, network_id, round, at) select id, network_id, 1, sent_at from agreement where sent_at is not null`.execute(
    db,
  )
  await sql`
    create table council_step (
      id uuid primary key, agreement_id uuid not null, network_id uuid not null, institution_id uuid not null,
      at timestamptz not null, person_id uuid not null, step jsonb not null,
      foreign key (agreement_id, network_id) references agreement (id, network_id)
    )`.execute(db)
  await sql`create index council_step_of on council_step (agreement_id, institution_id, at desc)`.execute(db)
  await sql`
    create table deputy (
      id uuid primary key, institution_id uuid not null, network_id uuid, person_id uuid not null, decision jsonb not null, until date,
      recorded_at timestamptz not null, recorded_by uuid not null, ended_at timestamptz, check (recorded_by <> person_id)
    )`.execute(db)
  await sql`create index deputy_of on deputy (institution_id) where ended_at is null`.execute(db)
  await sql`
    create table wet_ink (
      id uuid primary key, agreement_id uuid not null, network_id uuid not null, template_id text not null, institution_id uuid not null,
      facts jsonb not null, recorded_by uuid not null, page bytea not null,
      answered_at timestamptz, answered_by uuid, answer text check (answer in ('confirmed', 'rejected')),
      foreign key (agreement_id, institution_id) references party (agreement_id, institution_id),
      check (answered_by <> recorded_by),
      check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
    )`.execute(db)
  await sql`create unique index wet_ink_waiting on wet_ink (agreement_id, institution_id) where answered_at is null`.execute(db)
  await sql`alter table wet_ink alter column page set storage external`.execute(db)
  await sql`
    create table withdrawal (
      id uuid primary key, agreement_id uuid not null, network_id uuid not null, institution_id uuid not null,
      announced_at timestamptz not null, announced_by uuid not null, reason text not null, ends_at timestamptz not null,
      revoked_at timestamptz, done_at timestamptz, check (revoked_at is null or done_at is null),
      foreign key (agreement_id, institution_id) references party (agreement_id, institution_id)
    )`.execute(db)
  await sql`create unique index withdrawal_of on withdrawal (agreement_id, institution_id) where revoked_at is null`.execute(db)
  await sql`
    create table agreement_step (
      id uuid primary key, agreement_id uuid not null, network_id uuid not null, kind text not null, at timestamptz not null,
      person_id uuid, institution_id uuid, reason text, decision jsonb,
      foreign key (agreement_id, network_id) references agreement (id, network_id)
    )`.execute(db)
  await sql`create index agreement_step_of on agreement_step (agreement_id, at desc)`.execute(db)
  await sql`
    create table sealed_document (
      agreement_id uuid not null, network_id uuid not null, language text not null, bytes bytea not null, sha256 text not null,
      made_at timestamptz not null, primary key (agreement_id, language),
      foreign key (agreement_id, network_id) references agreement (id, network_id)
    )`.execute(db)
  await sql`alter table sealed_document alter column bytes set storage external`.execute(db)
  await sql`
    create table notice_given (
      agreement_id uuid not null references agreement (id), key text not null, at timestamptz not null, primary key (agreement_id, key)
    )`.execute(db)
}

const lengthenSignatures = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table signature
      add column how jsonb, add column entitlement jsonb, add column wet_ink_id uuid references wet_ink (id),
      alter column person_id drop not null`.execute(db)
  await sql`
    update signature set how = '{"method":"recorded","confirmedBy":null}', entitlement = '{"as":"head"}' where kind = 'signed'`.execute(db)
  await sql`
    alter table signature
      add constraint signature_kind check (kind in ('signed', 'declined')),
      add constraint signature_whole check
        ((kind = 'signed') = (text_hash is not null) and (kind = 'signed') = (how is not null) and (kind = 'signed') = (entitlement is not null)),
      add constraint signature_by check ((person_id is null) = (wet_ink_id is not null)),
      add constraint signature_on_paper check ((how ->> 'method' = 'wet-ink') is not distinct from (wet_ink_id is not null) or kind = 'declined')`.execute(
    db,
  )
  await sql`create index signature_of on signature (agreement_id, institution_id, at desc)`.execute(db)
}

const bySigner = sql<boolean>`(
  exists (select from party p where p.agreement_id = signature.agreement_id and p.institution_id = signature.institution_id)
  and exists (select from agreement a where a.id = signature.agreement_id and (a.state = 'sent' or a.state in ${binding})
    and (signature.kind = 'declined' or a.text_hash = signature.text_hash))
  and (
    (person_id = ${me} and ${signsFor('signature.institution_id')})
    or exists (select from wet_ink w where w.id = signature.wet_ink_id and w.agreement_id = signature.agreement_id
      and w.institution_id = signature.institution_id and w.answer = 'confirmed' and w.answered_by = ${me})))`

const openAgreements = async (db: Kysely<unknown>): Promise<void> => {
  await allow(db, 'agreement', [
    { to: runtime, can: ['update'], rows: movesIt('agreement', 'template') },
    { to: worker, can: ['update'] },
  ])
  for (const role of [runtime, worker]) await sql`revoke update on agreement from ${sql.id(role)}`.execute(db)
  // Text and structure never change once written (AG1, AG10): only the columns of an agreement's life may.
  await sql`
    grant update (state, sent_at, text_hash, sign_by, in_force_at, suspended_at, review_due_at, expires_at, ended_at, ended_why, rounds, look_at)
    on agreement to ${sql.id(runtime)}`.execute(db)
  await sql`grant update (state, suspended_at, ended_at, ended_why, lapsed_at, look_at) on agreement to ${sql.id(worker)}`.execute(db)
  // Who is invited to accede to a version in force (AG25).
  const whileBinding = sql<boolean>`${coordinatesIt} and invited_at is not null
    and exists (select from agreement a where a.id = party.agreement_id and a.state in ${binding})`
  const whileUnsent = sql<boolean>`${coordinatesIt}
    and exists (select from agreement a where a.id = party.agreement_id and a.state in ${unsent})`
  await allow(db, 'party', [
    { to: runtime, can: ['insert'], rows: sql`(${whileUnsent}) or (${whileBinding})` },
    { to: runtime, can: ['delete'], rows: whileUnsent },
  ])
  await allow(db, 'signature', [{ to: runtime, can: ['insert'], rows: bySigner }])
  await allow(db, 'decline_reason', [{ to: runtime, can: ['insert'], rows: signsFor('decline_reason.institution_id') }])
}

const openLife = async (db: Kysely<unknown>): Promise<void> => {
  const read = { to: runtime, can: ['select'], rows: ofMyNetwork } as const
  const watched = { to: worker, can: ['select'] } as const
  await allow(db, 'round_asked', [read, watched, { to: runtime, can: ['insert'], rows: movesIt('round_asked', 'agreement_id') }])
  await allow(db, 'council_step', [
    read,
    watched,
    { to: runtime, can: ['insert'], rows: sql`institution_id = ${headsIt} and person_id = ${me}` },
  ])
  const recordsDeputies = sql<boolean>`(institution_id = ${headsIt} or ${coordinatesIt})`
  await allow(db, 'deputy', [
    {
      to: runtime,
      can: ['select'],
      rows: sql`${ofMyNetwork} or (network_id is null and (select true from access.subject() s where ${readers}))`,
    },
    { to: runtime, can: ['insert'], rows: sql`${recordsDeputies} and recorded_by = ${me}` },
    { to: runtime, can: ['update'], rows: recordsDeputies },
    watched,
  ])
  await sql`revoke update on deputy from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (ended_at) on deputy to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'wet_ink', [
    { to: runtime, can: ['select'], rows: readsReasons('wet_ink') },
    { to: runtime, can: ['insert'], rows: sql`${coordinatesIt} and recorded_by = ${me} and answered_at is null` },
    {
      to: runtime,
      can: ['update'],
      rows: sql`${confirmsPages} and answered_at is null`,
      after: sql`${confirmsPages} and answered_by = ${me}`,
    },
    // The worker reads agreements, but no pages.
    { to: worker, can: ['select'], rows: sql`false` },
  ])
  await sql`revoke update on wet_ink from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (answered_at, answered_by, answer) on wet_ink to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'withdrawal', [
    read,
    watched,
    { to: runtime, can: ['insert'], rows: sql`institution_id = ${headsIt} and announced_by = ${me}` },
    { to: runtime, can: ['update'], rows: sql`institution_id = ${headsIt}` },
    { to: worker, can: ['update'] },
  ])
  for (const role of [runtime, worker]) await sql`revoke update on withdrawal from ${sql.id(role)}`.execute(db)
  await sql`grant update (revoked_at) on withdrawal to ${sql.id(runtime)}`.execute(db)
  await sql`grant update (done_at) on withdrawal to ${sql.id(worker)}`.execute(db)
  await allow(db, 'agreement_step', [
    read,
    watched,
    { to: runtime, can: ['insert'], rows: sql`${movesIt('agreement_step', 'agreement_id')} and person_id = ${me}` },
    { to: worker, can: ['insert'], rows: sql`person_id is null` },
  ])
  await allow(db, 'sealed_document', [read, { to: runtime, can: ['insert'], rows: coordinatesIt }])
  await allow(db, 'notice_given', [{ to: worker, can: ['select', 'insert'] }])
}

/** The whole life of an agreement: negotiation, rounds, councils, deputies, three ways of signing, withdrawal, review, suspension and the end. */
export const life = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await dropOld(db)
    await lengthenLife(db)
    await createTables(db)
    await lengthenSignatures(db)
    await openAgreements(db)
    await openLife(db)
  },
}
