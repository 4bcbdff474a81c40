import { allow } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_plans'
const worker = 'mreza_plans_worker'

const me = sql`(select person_id from access.case_worker())`
const mine = sql`(select institution_id from access.case_worker())`
const coreOpen: RawBuilder<boolean> = sql`case_id = any ((select access.open_cases('core'))::uuid[])`

/** Rows of a room whose section is open to the subject now, and the core section with it (PL2). */
const roomOpen: RawBuilder<boolean> = sql`(${coreOpen} and case_id = any ((case room
  when 'core' then (select access.open_cases('core'))
  when 'safety' then (select access.open_cases('safety'))
  when 'health' then (select access.open_cases('health'))
  when 'legal' then (select access.open_cases('legal'))
  when 'voice' then (select access.open_cases('voice')) end)::uuid[]))`

/** Rows of cases that the subject leads: its manager, or a coordinator who takes part (PL16). */
const led: RawBuilder<boolean> = sql`(${coreOpen} and ((select 'coordinator' = any (s.roles) from access.subject() s)
  or case_id in (select l.case_id from case_lead l where l.case_manager_id = ${me})))`

/** Rows of cases in which the subject's institution is not narrowed (PL16). */
const mayWrite: RawBuilder<boolean> = sql`case_id not in (select n.case_id from narrowed_right n where n.institution_id = ${mine})`

const versionTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table version (
      id uuid primary key,
      plan_id uuid not null,
      case_id uuid not null,
      kind text not null check (kind in ('approved', 'kept', 'automatic')),
      number int check (number >= 1),
      title text not null,
      at timestamptz not null,
      by uuid,
      institution_id uuid,
      hash bytea check (octet_length(hash) = 32),
      participation text,
      programme_by date,
      law_by date,
      unique (id, case_id),
      unique (id, plan_id, case_id),
      unique (plan_id, number),
      foreign key (plan_id, case_id) references plan (id, case_id),
      check ((kind = 'approved') = (number is not null)),
      check (kind <> 'approved' or (hash is not null and programme_by is not null and law_by is not null)),
      check ((kind = 'automatic') = (by is null)),
      check ((by is null) = (institution_id is null))
    )`.execute(db)
  await sql`create index version_of_plan on version (plan_id, at desc)`.execute(db)
  await sql`create index version_automatic on version (at) where kind = 'automatic'`.execute(db)
  // With the automatic points their rooms go; nothing else of a version is ever deleted.
  await sql`
    create table version_room (
      version_id uuid not null,
      room_id uuid not null,
      case_id uuid not null,
      room text not null check (room in ('core', 'safety', 'health', 'legal', 'voice')),
      seq bigint not null,
      state bytea not null,
      hash bytea not null check (octet_length(hash) = 32),
      writers uuid[] not null,
      asked uuid[] not null,
      primary key (version_id, room),
      foreign key (version_id, case_id) references version (id, case_id) on delete cascade,
      foreign key (room_id, case_id, room) references room (id, case_id, room)
    )`.execute(db)
  await sql`create index version_room_of_room on version_room (room_id, seq desc)`.execute(db)
}

const beside = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table sign_off (
      version_id uuid not null,
      case_id uuid not null,
      institution_id uuid not null,
      person_id uuid not null,
      at timestamptz not null,
      reservation text,
      primary key (version_id, institution_id),
      foreign key (version_id, case_id) references version (id, case_id)
    )`.execute(db)
  await sql`
    create table copy_handed (
      id uuid primary key,
      version_id uuid not null,
      case_id uuid not null,
      language text not null,
      large_print boolean not null,
      handed_on date not null,
      by uuid not null,
      at timestamptz not null,
      note text,
      foreign key (version_id, case_id) references version (id, case_id)
    )`.execute(db)
  await sql`create index copy_handed_of_version on copy_handed (version_id)`.execute(db)
  await sql`
    create table review_clock (
      version_id uuid not null,
      plan_id uuid not null,
      case_id uuid not null,
      standard text not null check (standard in ('programme', 'law')),
      due_on date not null,
      soon_on date not null,
      soon_announced_at timestamptz,
      today_announced_at timestamptz,
      stopped_at timestamptz,
      primary key (version_id, standard),
      foreign key (version_id, plan_id, case_id) references version (id, plan_id, case_id)
    )`.execute(db)
  await sql`
    create index review_clock_running on review_clock (soon_on) where stopped_at is null and today_announced_at is null`.execute(db)
  // The code of a case stands on what is printed of its plan.
  await sql`create table case_code (case_id uuid primary key, code text not null)`.execute(db)
}

const closeVersions = async (db: Kysely<unknown>): Promise<void> => {
  const own: RawBuilder<boolean> = sql`${coreOpen} and by = ${me} and institution_id = ${mine}`
  const automatic: RawBuilder<boolean> = sql`kind = 'automatic'`
  await allow(db, 'version', [
    { to: runtime, can: ['select'], rows: coreOpen },
    { to: runtime, can: ['insert'], rows: sql`${own} and ((kind = 'kept' and ${mayWrite}) or (kind = 'approved' and ${led}))` },
    { to: worker, can: ['select'] },
    { to: worker, can: ['insert', 'delete'], rows: automatic },
  ])
  // Who keeps a version freezes all of its rooms, also those that stay closed to them.
  const ofOwn: RawBuilder<boolean> = sql`${coreOpen} and exists (select from version v where v.id = version_id and v.by = ${me})`
  await allow(db, 'version_room', [
    { to: runtime, can: ['select'], rows: roomOpen },
    { to: runtime, can: ['insert'], rows: ofOwn },
    { to: worker, can: ['select'] },
    { to: worker, can: ['insert'], rows: sql`exists (select from version v where v.id = version_id and v.kind = 'automatic')` },
  ])
}

const closeBeside = async (db: Kysely<unknown>): Promise<void> => {
  const ofApproved: RawBuilder<boolean> = sql`exists (select from version v where v.id = version_id and v.kind = 'approved')`
  const asked: RawBuilder<boolean> = sql`exists (select from version_room r where r.version_id = sign_off.version_id and ${mine} = any (r.asked))`
  await allow(db, 'sign_off', [
    { to: runtime, can: ['select'], rows: coreOpen },
    {
      to: runtime,
      can: ['insert'],
      rows: sql`${coreOpen} and person_id = ${me} and institution_id = ${mine} and ${ofApproved} and ${asked}`,
    },
  ])
  await allow(db, 'copy_handed', [
    { to: runtime, can: ['select'], rows: coreOpen },
    { to: runtime, can: ['insert'], rows: sql`${coreOpen} and by = ${me} and ${ofApproved} and ${mayWrite}` },
  ])
  await allow(db, 'review_clock', [
    { to: runtime, can: ['select'], rows: coreOpen },
    { to: runtime, can: ['insert', 'update'], rows: led },
    { to: worker, can: ['select', 'update'] },
  ])
  await sql`revoke update on review_clock from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (stopped_at) on review_clock to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'case_code', [
    { to: runtime, can: ['select'], rows: coreOpen },
    { to: worker, can: ['select', 'insert'] },
  ])
}

/**
 * Versions of plans, who put their name to them, to whom copies were handed, and when they are to be looked at again. What is
 * approved or kept is only ever added: no role may change or delete it (PL19).
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await versionTables(db)
  await beside(db)
  await closeVersions(db)
  await closeBeside(db)
}
