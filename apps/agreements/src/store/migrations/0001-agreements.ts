import { createAudit } from '@mreza/audit'
import { allow, createOutbox, createProcessedEvents } from '@mreza/db'
import { createIdempotency } from '@mreza/rpc'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_agreements'
const worker = 'mreza_agreements_worker'

/** Who may read agreements at all: everyone but the administrator. */
const readers = sql`s.person_id is not null and s.roles && '{coordinator,practitioner,head,city-official,center-officer,auditor}'::text[]`

const ofMyNetwork = sql<boolean>`(
  network_id = (select s.network_id from access.subject() s where ${readers})
  or (select true from access.subject() s where ${readers} and s.network_id is null))`
const coordinatesIt = sql<boolean>`network_id = (select s.network_id from access.subject() s where 'coordinator' = any (s.roles))`
const headsIt = sql`(select s.institution_id from access.subject() s where 'head' = any (s.roles))`
const me = sql`(select s.person_id from access.subject() s)`

/** A head of a party moves an agreement on by signing, and ends the one before it of the same template. */
const headOfAParty = sql<boolean>`exists (
  select from party p where p.network_id = agreement.network_id and p.template_id = agreement.template_id and p.institution_id = ${headsIt})`

const ofADraft = (table: string): RawBuilder<boolean> =>
  sql<boolean>`${coordinatesIt} and exists (select from agreement a where a.id = ${sql.ref(`${table}.agreement_id`)} and a.state = 'draft')`

const byItsHead = sql<boolean>`institution_id = ${headsIt} and person_id = ${me}
  and exists (select from party p where p.agreement_id = signature.agreement_id and p.institution_id = signature.institution_id)
  and exists (select from agreement a where a.id = signature.agreement_id and a.state in ('sent', 'in-force')
    and (signature.kind = 'declined' or a.text_hash = signature.text_hash))`

const readsReasons = sql<boolean>`(
  network_id = (select s.network_id from access.subject() s where s.roles && '{coordinator,city-official}'::text[])
  or exists (select from party p where p.agreement_id = decline_reason.agreement_id
    and p.institution_id = (select s.institution_id from access.subject() s where s.roles && '{coordinator,head,practitioner,city-official}'::text[])))`

const createTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table agreement (
      id uuid primary key,
      network_id uuid not null,
      template_id text not null,
      kind text not null,
      title jsonb not null,
      content jsonb not null,
      drafted_at timestamptz not null,
      drafted_by uuid not null,
      drafted_for uuid not null,
      state text not null check (state in ('draft', 'sent', 'in-force', 'ended')),
      sent_at timestamptz,
      text_hash text check (text_hash ~ '^[0-9a-f]{64}$'),
      in_force_at timestamptz,
      ended_at timestamptz,
      unique (id, network_id),
      check ((state = 'draft') = (sent_at is null) and (sent_at is null) = (text_hash is null)),
      check ((state in ('in-force', 'ended')) = (in_force_at is not null) and (state = 'ended') = (ended_at is not null))
    )`.execute(db)
  await sql`create unique index agreement_in_force on agreement (network_id, template_id) where state = 'in-force'`.execute(db)
  await sql`create index agreement_of_network on agreement (network_id, drafted_at desc)`.execute(db)
  await sql`
    create table party (
      agreement_id uuid not null,
      network_id uuid not null,
      template_id text not null,
      institution_id uuid not null,
      sector text not null,
      required boolean not null,
      position int not null,
      primary key (agreement_id, institution_id),
      foreign key (agreement_id, network_id) references agreement (id, network_id)
    )`.execute(db)
  await sql`create index party_of_institution on party (institution_id)`.execute(db)
  await sql`
    create table signature (
      id uuid primary key,
      agreement_id uuid not null,
      network_id uuid not null,
      institution_id uuid not null,
      kind text not null check (kind in ('signed', 'declined')),
      at timestamptz not null,
      person_id uuid not null,
      text_hash text,
      foreign key (agreement_id, network_id) references agreement (id, network_id),
      foreign key (agreement_id, institution_id) references party (agreement_id, institution_id),
      unique (id, agreement_id),
      check ((kind = 'signed') = (text_hash is not null))
    )`.execute(db)
  await sql`create unique index signature_once on signature (agreement_id, institution_id) where kind = 'signed'`.execute(db)
  await sql`
    create table decline_reason (
      signature_id uuid primary key,
      agreement_id uuid not null,
      network_id uuid not null,
      institution_id uuid not null,
      reason text not null,
      foreign key (signature_id, agreement_id) references signature (id, agreement_id)
    )`.execute(db)
  await sql`create table institution (id uuid primary key, network_id uuid, sector text not null, announced_at timestamptz not null)`.execute(
    db,
  )
}

const closeTables = async (db: Kysely<unknown>): Promise<void> => {
  await allow(db, 'agreement', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: runtime, can: ['insert'], rows: sql`${coordinatesIt} and state = 'draft' and drafted_by = ${me}` },
    { to: runtime, can: ['update'], rows: sql`${coordinatesIt} or ${headOfAParty}` },
    { to: worker, can: ['select'] },
  ])
  // Text and structure never change once written (AG1, AG10): only the columns of an agreement's life may.
  await sql`revoke update on agreement from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (state, sent_at, text_hash, in_force_at, ended_at) on agreement to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'party', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: runtime, can: ['insert', 'delete'], rows: ofADraft('party') },
    { to: worker, can: ['select'] },
  ])
  await allow(db, 'signature', [
    { to: runtime, can: ['select'], rows: ofMyNetwork },
    { to: runtime, can: ['insert'], rows: byItsHead },
    { to: worker, can: ['select'] },
  ])
  await allow(db, 'decline_reason', [
    { to: runtime, can: ['select'], rows: readsReasons },
    { to: runtime, can: ['insert'], rows: sql`institution_id = ${headsIt}` },
    // The worker reads agreements, but no reasons.
    { to: worker, can: ['select'], rows: sql`false` },
  ])
  await allow(db, 'institution', [
    { to: runtime, can: ['select'] },
    { to: worker, can: ['select', 'insert', 'update'] },
  ])
}

export const agreementsTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await createTables(db)
    await closeTables(db)
    await createOutbox(db, 'agreements')
    await createProcessedEvents(db, 'agreements')
    await createAudit(db, 'agreements')
    await createIdempotency(db, 'agreements', sql`caller = (select s.person_id::text from access.subject() s)`)
  },
}
