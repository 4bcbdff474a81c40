import { allow } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_agreements'
const worker = 'mreza_agreements_worker'

/** Who may read agreements at all: everyone but the administrator. */
const readers = sql`s.person_id is not null and s.roles && '{coordinator,practitioner,head,city-official,center-officer,auditor}'::text[]`
const ofMyNetwork = sql<boolean>`(
  network_id = (select s.network_id from access.subject() s where ${readers})
  or (select true from access.subject() s where ${readers} and s.network_id is null))`
const me = sql`(select s.person_id from access.subject() s)`
const workingFor = sql`(select s.institution_id from access.subject() s
  where s.roles && '{coordinator,practitioner,head,city-official,center-officer}'::text[])`
const headsIt = sql`(select s.institution_id from access.subject() s where 'head' = any (s.roles))`
const withRole = (roles: string): RawBuilder<boolean> =>
  sql<boolean>`network_id = (select s.network_id from access.subject() s where s.roles && ${sql.lit(roles)}::text[])`
const notMine = sql<boolean>`institution_id <> (select s.institution_id from access.subject() s)`
const settles = sql<boolean>`${withRole('{coordinator,city-official}')} and ${notMine}`

const createTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table obligation (
      id uuid primary key,
      agreement_id uuid not null,
      network_id uuid not null,
      institution_id uuid not null,
      clause text not null,
      content jsonb not null,
      begins_at timestamptz not null,
      responsible_id uuid,
      ended_at timestamptz,
      unique (agreement_id, institution_id, clause),
      unique (id, network_id, institution_id),
      foreign key (agreement_id, network_id) references agreement (id, network_id),
      foreign key (agreement_id, institution_id) references party (agreement_id, institution_id)
    )`.execute(db)
  await sql`create index obligation_of_network on obligation (network_id)`.execute(db)
  // Each row below says whose the obligation is, so that its policy asks no other table (rule D4).
  const ofObligation = sql`
    obligation_id uuid not null,
    network_id uuid not null,
    institution_id uuid not null,
    foreign key (obligation_id, network_id, institution_id) references obligation (id, network_id, institution_id)`
  await sql`
    create table obligation_term (
      id uuid primary key,
      ${ofObligation},
      number int not null check (number >= 1),
      starts_at timestamptz not null,
      due_at timestamptz not null check (due_at > starts_at),
      state text not null check (state in ('not-due', 'due', 'kept', 'late', 'broken', 'disputed', 'waived')),
      kept_at timestamptz,
      waived_at timestamptz,
      waived_by uuid,
      waiver jsonb,
      next_look_at timestamptz,
      unique (obligation_id, number),
      unique (id, obligation_id, network_id, institution_id),
      check ((waived_at is null) = (waived_by is null) and (waived_at is null) = (waiver is null))
    )`.execute(db)
  await sql`create index obligation_term_to_look_at on obligation_term (next_look_at) where next_look_at is not null`.execute(db)
  const ofTerm = sql`
    term_id uuid not null,
    obligation_id uuid not null,
    network_id uuid not null,
    institution_id uuid not null,
    foreign key (term_id, obligation_id, network_id, institution_id)
      references obligation_term (id, obligation_id, network_id, institution_id)`
  await sql`
    create table obligation_evidence (
      id uuid primary key,
      ${ofTerm},
      at timestamptz not null,
      by_id uuid,
      facts jsonb not null,
      file jsonb,
      unique (id, network_id, institution_id)
    )`.execute(db)
  await sql`create index obligation_evidence_of_term on obligation_evidence (term_id, at)`.execute(db)
  await sql`
    create table evidence_file (
      evidence_id uuid primary key,
      network_id uuid not null,
      institution_id uuid not null,
      bytes bytea not null,
      foreign key (evidence_id, network_id, institution_id) references obligation_evidence (id, network_id, institution_id)
    )`.execute(db)
  await sql`
    create table obligation_dispute (
      id uuid primary key,
      ${ofTerm},
      at timestamptz not null,
      by_id uuid not null,
      by_institution_id uuid not null,
      reason text not null,
      settled_at timestamptz,
      settled_by uuid,
      outcome text check (outcome in ('kept', 'not-kept')),
      settled_because text,
      check ((settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_because is null))
    )`.execute(db)
  await sql`create unique index obligation_dispute_open on obligation_dispute (term_id) where settled_at is null`.execute(db)
  await sql`
    create table obligation_reminder (
      ${ofTerm},
      rung text not null check (rung in ('owner', 'head', 'coordinator', 'steering-group')),
      at timestamptz not null,
      primary key (term_id, rung)
    )`.execute(db)
  await sql`
    create table obligation_comment (
      id uuid primary key,
      ${ofObligation},
      at timestamptz not null,
      by_id uuid not null,
      by_institution_id uuid not null,
      text text not null
    )`.execute(db)
  await sql`
    create table observed_duty (
      event_id uuid primary key,
      network_id uuid not null,
      institution_id uuid not null,
      duty text not null check (duty in ('referral-answered-in-time', 'conference-held-in-time', 'step-done-in-time')),
      at timestamptz not null,
      met boolean not null
    )`.execute(db)
  await sql`create index observed_duty_of on observed_duty (institution_id, duty, at)`.execute(db)
  await sql`create index obligation_comment_of on obligation_comment (obligation_id, at)`.execute(db)
}

const closeTables = async (db: Kysely<unknown>): Promise<void> => {
  await allow(db, 'obligation', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: runtime, can: ['update'], rows: sql`institution_id = ${headsIt} or ${withRole('{coordinator}')}` },
    { to: worker, can: ['select', 'insert', 'update'] },
  ])
  await sql`revoke update on obligation from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (responsible_id) on obligation to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'obligation_term', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    {
      to: runtime,
      can: ['update'],
      rows: sql`institution_id = ${workingFor} or (${withRole('{head,coordinator,city-official}')} and ${notMine})`,
    },
    { to: worker, can: ['select', 'insert', 'update'] },
  ])
  await sql`revoke update on obligation_term from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (state, kept_at, waived_at, waived_by, waiver, next_look_at) on obligation_term to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'obligation_evidence', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: runtime, can: ['insert'], rows: sql`institution_id = ${workingFor} and by_id = ${me} and facts ->> 'kind' <> 'observed'` },
    { to: worker, can: ['select', 'insert'] },
  ])
  await allow(db, 'evidence_file', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: runtime, can: ['insert'], rows: sql`institution_id = ${workingFor}` },
    // The worker reads no documents.
    { to: worker, can: ['select'], rows: sql`false` },
  ])
  await allow(db, 'obligation_dispute', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    {
      to: runtime,
      can: ['insert'],
      rows: sql`${withRole('{head,coordinator,city-official}')} and ${notMine} and by_id = ${me} and settled_at is null`,
    },
    { to: runtime, can: ['update'], rows: settles },
    { to: worker, can: ['select'] },
  ])
  await sql`revoke update on obligation_dispute from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (settled_at, settled_by, outcome, settled_because) on obligation_dispute to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'obligation_reminder', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: worker, can: ['select', 'insert'] },
  ])
  await allow(db, 'obligation_comment', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: runtime, can: ['insert'], rows: sql`${ofMyNetwork} and by_id = ${me} and by_institution_id = ${workingFor}` },
    { to: worker, can: ['select'] },
  ])
  await allow(db, 'observed_duty', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: worker, can: ['select', 'insert'] },
  ])
}

/** The register of obligations: what is owed, term by term, with its evidence, disputes, reminders and what was said (AG40-AG46). */
export const obligationTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await createTables(db)
    await closeTables(db)
  },
}
