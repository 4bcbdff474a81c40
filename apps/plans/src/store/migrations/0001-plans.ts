import { createAudit } from '@mreza/audit'
import { allow, createOutbox, createProcessedEvents } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_plans'
const worker = 'mreza_plans_worker'

// Each is asked once for a statement, not once for a row.
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

const roomName = sql`text not null check (room in ('core', 'safety', 'health', 'legal', 'voice'))`

const planTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table plan (
      id uuid primary key,
      case_id uuid not null unique,
      created_at timestamptz not null,
      created_by uuid not null,
      institution_id uuid not null,
      unique (id, case_id)
    )`.execute(db)
  await sql`
    create table room (
      id uuid primary key,
      plan_id uuid not null,
      case_id uuid not null,
      room ${roomName},
      seq bigint not null default 0,
      epoch int not null default 0,
      changed_at timestamptz not null,
      unique (plan_id, room),
      unique (id, case_id, room),
      foreign key (plan_id, case_id) references plan (id, case_id)
    )`.execute(db)
  await sql`
    create table holder (
      participation_id uuid primary key,
      case_id uuid not null,
      institution_id uuid not null,
      sections text[] not null,
      ended boolean not null
    )`.execute(db)
  await sql`create index holder_of_case on holder (case_id) where not ended`.execute(db)
}

const logTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table client_issue (
      room_id uuid not null,
      client_id bigint not null check (client_id between 1 and 4294967295),
      case_id uuid not null,
      room ${roomName},
      person_id uuid not null,
      institution_id uuid not null,
      lease int not null default 0,
      issued_at timestamptz not null,
      primary key (room_id, client_id),
      foreign key (room_id, case_id, room) references room (id, case_id, room)
    )`.execute(db)
  await sql`
    create table ticket (
      hash bytea primary key check (octet_length(hash) = 32),
      plan_id uuid not null,
      room_id uuid not null,
      case_id uuid not null,
      room ${roomName},
      client_id bigint not null,
      person_id uuid not null,
      sealed_key bytea not null,
      schema_version int not null,
      expires_at timestamptz not null,
      foreign key (room_id, client_id) references client_issue (room_id, client_id)
    )`.execute(db)
  await sql`create index ticket_expiry on ticket (expires_at)`.execute(db)
  await sql`
    create table room_update (
      room_id uuid not null,
      seq bigint not null,
      case_id uuid not null,
      room ${roomName},
      update bytea not null,
      client_id bigint not null,
      person_id uuid not null,
      institution_id uuid not null,
      at timestamptz not null,
      primary key (room_id, seq),
      foreign key (room_id, case_id, room) references room (id, case_id, room),
      foreign key (room_id, client_id) references client_issue (room_id, client_id)
    )`.execute(db)
  await sql`
    create table room_snapshot (
      room_id uuid primary key,
      case_id uuid not null,
      room ${roomName},
      seq bigint not null,
      state bytea not null,
      at timestamptz not null,
      foreign key (room_id, case_id, room) references room (id, case_id, room)
    )`.execute(db)
}

const projectionTables = async (db: Kysely<unknown>): Promise<void> => {
  const ofRoom = sql`
    room_id uuid not null,
    case_id uuid not null,
    room ${roomName},
    foreign key (room_id, case_id, room) references room (id, case_id, room)`
  await sql`
    create table room_content (
      ${ofRoom},
      seq bigint not null,
      content_hash bytea not null,
      wishes text not null,
      participation text,
      projected_at timestamptz not null,
      primary key (room_id)
    )`.execute(db)
  await sql`
    create table goal (
      ${ofRoom},
      id uuid not null,
      position int not null,
      area text not null,
      phase text not null,
      outcome text not null,
      rank text not null,
      primary key (room_id, id)
    )`.execute(db)
  await sql`
    create table indicator (
      ${ofRoom},
      id uuid not null,
      position int not null,
      goal_id uuid not null,
      text text not null,
      target text not null,
      primary key (room_id, id)
    )`.execute(db)
  await sql`
    create table activity (
      ${ofRoom},
      id uuid not null,
      position int not null,
      goal_id uuid not null,
      what text not null,
      responsible_institution_id uuid,
      responsible_person_id uuid,
      due_on date,
      state text not null,
      primary key (room_id, id)
    )`.execute(db)
  await sql`create index activity_of_institution on activity (responsible_institution_id, due_on) where state in ('planned', 'under-way')`.execute(
    db,
  )
  await sql`
    create table plan_gap (
      ${ofRoom},
      position int not null,
      kind text not null,
      goal_id uuid,
      activity_id uuid,
      primary key (room_id, position)
    )`.execute(db)
}

const closeTables = async (db: Kysely<unknown>): Promise<void> => {
  await allow(db, 'plan', [
    { to: runtime, can: ['select'], rows: coreOpen },
    { to: runtime, can: ['insert'], rows: sql`${coreOpen} and created_by = ${me} and institution_id = ${mine}` },
    { to: worker, can: ['select'] },
  ])
  await allow(db, 'room', [
    { to: runtime, can: ['select', 'update'], rows: roomOpen },
    // Who opens a plan makes all of its rooms, also those that stay closed to them.
    { to: runtime, can: ['insert'], rows: sql`${coreOpen} and seq = 0` },
    { to: worker, can: ['select', 'update'] },
  ])
  await sql`revoke update on room from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (seq, changed_at) on room to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'holder', [
    { to: runtime, can: ['select'], rows: coreOpen },
    { to: worker, can: ['select', 'insert', 'update'] },
  ])
  const mineHere: RawBuilder<boolean> = sql`${roomOpen} and person_id = ${me}`
  await allow(db, 'client_issue', [
    { to: runtime, can: ['select', 'update'], rows: mineHere },
    { to: runtime, can: ['insert'], rows: sql`${mineHere} and institution_id = ${mine} and lease = 0` },
    { to: worker, can: ['select', 'update'] },
  ])
  await sql`revoke update on client_issue from ${sql.id(runtime)}`.execute(db)
  // For holding the row while an update is committed under its lease; the lease itself moves only when a ticket is used.
  await sql`grant update (issued_at) on client_issue to ${sql.id(runtime)}`.execute(db)
  await allow(db, 'ticket', [
    { to: runtime, can: ['insert'], rows: mineHere },
    { to: worker, can: ['select', 'delete'] },
  ])
  await allow(db, 'room_update', [
    {
      to: runtime,
      can: ['insert'],
      rows: sql`${mineHere} and institution_id = ${mine} and exists (
        select from client_issue i where i.room_id = room_update.room_id and i.client_id = room_update.client_id)`,
    },
    { to: worker, can: ['select', 'delete'] },
  ])
  await allow(db, 'room_snapshot', [{ to: worker, can: ['select', 'insert', 'update'] }])
  for (const table of ['room_content', 'goal', 'indicator', 'activity', 'plan_gap'])
    await allow(db, table, [
      { to: runtime, can: ['select'], rows: roomOpen },
      { to: worker, can: ['select', 'insert', 'update', 'delete'] },
    ])
}

/** Plans, their rooms with log and snapshot, and the rows that they are projected into. Needs `access` of identity and conferences. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await planTables(db)
  await logTables(db)
  await projectionTables(db)
  await closeTables(db)
  await createOutbox(db, 'plans')
  await createProcessedEvents(db, 'plans')
  await createAudit(db, 'plans')
  await allow(db, 'audit_entry', [{ to: runtime, can: ['select'], rows: coreOpen }])
}
