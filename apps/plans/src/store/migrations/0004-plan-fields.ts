import { allow } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_plans'
const worker = 'mreza_plans_worker'

const roomName = sql`text not null check (room in ('core', 'safety', 'health', 'legal', 'voice'))`

/** Rows of a room whose section is open to the subject now, and the core section with it (PL2). */
const roomOpen: RawBuilder<boolean> = sql`(case_id = any ((select access.open_cases('core'))::uuid[]) and case_id = any ((case room
  when 'core' then (select access.open_cases('core'))
  when 'safety' then (select access.open_cases('safety'))
  when 'health' then (select access.open_cases('health'))
  when 'legal' then (select access.open_cases('legal'))
  when 'voice' then (select access.open_cases('voice')) end)::uuid[]))`

const newColumns = async (db: Kysely<unknown>): Promise<void> => {
  // `judged_by` is the template by which the gaps of the room were found, `template_id` the one that its own document names.
  await sql`
    alter table room_content add column review_on date, add column contact text, add column template_id text, add column judged_by text`.execute(
    db,
  )
  await sql`alter table goal add column own text not null default '', add column assess_on date`.execute(db)
  await sql`
    alter table indicator add column baseline text not null default '', add column measure text not null default '',
      add column checked_how text not null default ''`.execute(db)
  await sql`
    alter table activity add column supporting_institution_ids uuid[] not null default '{}', add column starts_on date,
      add column proof text not null default ''`.execute(db)
  await sql`
    alter table plan_gap add column binding boolean not null default false, add column rule text, add column indicator_id uuid,
      add column area text`.execute(db)
}

const newTables = async (db: Kysely<unknown>): Promise<void> => {
  const ofRoom = sql`
    room_id uuid not null,
    case_id uuid not null,
    room ${roomName},
    foreign key (room_id, case_id, room) references room (id, case_id, room)`
  await sql`
    create table risk (
      ${ofRoom},
      id uuid not null,
      position int not null,
      what text not null,
      response text not null,
      level text,
      responsible_institution_id uuid,
      primary key (room_id, id)
    )`.execute(db)
  await sql`
    create table understanding (
      ${ofRoom},
      id uuid not null,
      position int not null,
      text text not null,
      agreed_on date,
      primary key (room_id, id)
    )`.execute(db)
  for (const table of ['risk', 'understanding'])
    await allow(db, table, [
      { to: runtime, can: ['select'], rows: roomOpen },
      { to: worker, can: ['select', 'insert', 'update', 'delete'] },
    ])
}

/** Columns and tables for what a plan says since the second version of its document; every room is projected anew. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await newColumns(db)
  await newTables(db)
  await sql`update room_content set seq = 0`.execute(db)
}
