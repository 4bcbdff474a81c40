import { allow } from '@mreza/db'
import { createIdempotency } from '@mreza/rpc'
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

/** Rows of cases in which the subject's institution is not narrowed to one of these (PL16). */
const notNarrowed = (to: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`case_id not in (select n.case_id from narrowed_right n where n.institution_id = ${mine} and n.narrowed_to in (${to}))`
const mayWrite = notNarrowed(sql`'read', 'comment'`)
const mayComment = notNarrowed(sql`'read'`)

const roomName = sql`text not null check (room in ('core', 'safety', 'health', 'legal', 'voice'))`

const leadTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table case_lead (
      case_id uuid primary key,
      lead_institution_id uuid,
      case_manager_id uuid,
      named_at timestamptz
    )`.execute(db)
  await sql`create index case_lead_manager on case_lead (case_manager_id)`.execute(db)
  // What the opening of a case has left here since the first migration.
  await sql`insert into case_lead (case_id, lead_institution_id) select case_id, institution_id from holder where participation_id = case_id`.execute(
    db,
  )
  await sql`
    create table narrowed_right (
      plan_id uuid not null,
      case_id uuid not null,
      institution_id uuid not null,
      narrowed_to text not null check (narrowed_to in ('read', 'comment')),
      by uuid not null,
      at timestamptz not null,
      primary key (case_id, institution_id),
      foreign key (plan_id, case_id) references plan (id, case_id)
    )`.execute(db)
  await sql`
    create table room_request (
      id uuid primary key,
      plan_id uuid not null,
      case_id uuid not null,
      room ${roomName},
      by uuid not null,
      institution_id uuid not null,
      reason text not null,
      at timestamptz not null,
      answer text check (answer in ('granted', 'declined')),
      answered_at timestamptz,
      answer_reason text,
      foreign key (plan_id, case_id) references plan (id, case_id),
      check ((answer is null) = (answered_at is null))
    )`.execute(db)
  await sql`create unique index room_request_open on room_request (case_id, room, by) where answer is null`.execute(db)
}

const commentTables = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table thread (
      id uuid primary key,
      room_id uuid not null,
      plan_id uuid not null,
      case_id uuid not null,
      room ${roomName},
      anchor jsonb not null,
      started_at timestamptz not null,
      resolved_by uuid,
      resolved_at timestamptz,
      unique (id, case_id, room),
      foreign key (room_id, case_id, room) references room (id, case_id, room),
      foreign key (plan_id, case_id) references plan (id, case_id)
    )`.execute(db)
  await sql`create index thread_of_plan on thread (plan_id, id)`.execute(db)
  await sql`
    create table comment (
      id uuid primary key,
      thread_id uuid not null,
      case_id uuid not null,
      room ${roomName},
      text text not null,
      by uuid not null,
      institution_id uuid not null,
      at timestamptz not null,
      changed_at timestamptz,
      mentions uuid[] not null,
      foreign key (thread_id, case_id, room) references thread (id, case_id, room)
    )`.execute(db)
  await sql`create index comment_of_thread on comment (thread_id, id)`.execute(db)
  await sql`create index comment_of_case on comment (case_id)`.execute(db)
}

/** Who works where, and who alone of an institution takes part: whom a mention may reach. */
const memberTable = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table holder add column person_id uuid`.execute(db)
  await sql`
    create table member (
      membership_id uuid primary key,
      person_id uuid not null,
      institution_id uuid not null,
      roles text[] not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`create index member_person on member (person_id)`.execute(db)
}

const closeTables = async (db: Kysely<unknown>): Promise<void> => {
  const kept = { to: worker, can: ['select', 'insert', 'update'] } as const
  await allow(db, 'case_lead', [{ to: runtime, can: ['select'], rows: coreOpen }, kept])
  // A person is found among their colleagues of the cases that are open to who asks.
  const colleague: RawBuilder<boolean> = sql`institution_id in (select h.institution_id from holder h where not h.ended)`
  await allow(db, 'member', [{ to: runtime, can: ['select'], rows: colleague }, kept])
  await allow(db, 'narrowed_right', [
    { to: runtime, can: ['select'], rows: coreOpen },
    { to: runtime, can: ['insert', 'update'], rows: sql`${led} and by = ${me}` },
    { to: runtime, can: ['delete'], rows: led },
  ])
  await allow(db, 'room_request', [
    { to: runtime, can: ['select'], rows: sql`${coreOpen} and (by = ${me} or ${led})` },
    { to: runtime, can: ['insert'], rows: sql`${coreOpen} and by = ${me} and institution_id = ${mine} and answer is null` },
    { to: runtime, can: ['update'], rows: sql`${led} and answer is null`, after: sql`${led} and answer = 'declined'` },
    { to: worker, can: ['select', 'update'] },
  ])
  await allow(db, 'thread', [
    { to: runtime, can: ['select'], rows: roomOpen },
    { to: runtime, can: ['insert', 'update'], rows: sql`${roomOpen} and ${mayComment}` },
  ])
  await allow(db, 'comment', [
    { to: runtime, can: ['select'], rows: roomOpen },
    { to: runtime, can: ['insert'], rows: sql`${roomOpen} and ${mayComment} and by = ${me} and institution_id = ${mine}` },
    { to: runtime, can: ['update'], rows: sql`${roomOpen} and ${mayComment} and by = ${me}` },
  ])
}

/** What may be changed of a row at all: a request is answered, a thread resolved, a comment reworded; nothing else of them moves. */
const narrowUpdates = async (db: Kysely<unknown>): Promise<void> => {
  await sql`revoke update on room_request, thread, comment from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (answer, answered_at, answer_reason) on room_request to ${sql.id(runtime)}`.execute(db)
  await sql`grant update (resolved_by, resolved_at) on thread to ${sql.id(runtime)}`.execute(db)
  await sql`grant update (text, changed_at) on comment to ${sql.id(runtime)}`.execute(db)
}

/** Says anew which rows the one policy of a role and command lets through. */
const changePolicy = async (db: Kysely<unknown>, table: string, command: 'select' | 'insert' | 'update', rows: RawBuilder<boolean>) => {
  const { rows: found } = await sql<{ name: string }>`
    select policyname as name from pg_policies where schemaname = current_schema() and tablename = ${table}
      and cmd = ${command.toUpperCase()} and roles = ${[runtime]}::name[]`.execute(db)
  const [policy] = found
  if (policy === undefined || found.length > 1) throw new Error(`there is not one policy of ${runtime} for ${command} on ${table}`)
  const using = command === 'insert' ? sql`` : sql`using (${rows})`
  const check = command === 'select' ? sql`` : sql`with check (${rows})`
  await sql`alter policy ${sql.id(policy.name)} on ${sql.id(table)} ${using} ${check}`.execute(db)
}

/**
 * Whoever may read a room may ask who stands behind its numbers (PL17); under a number writes only its owner, and only while their
 * institution is not narrowed (PL16). The functions that commit updates hold the row of the number for share, which asks the
 * policy for updates.
 */
const openWriters = async (db: Kysely<unknown>): Promise<void> => {
  await changePolicy(db, 'client_issue', 'select', roomOpen)
  await changePolicy(db, 'client_issue', 'update', sql`${roomOpen} and person_id = ${me} and ${mayWrite}`)
  await changePolicy(
    db,
    'room_update',
    'insert',
    sql`${roomOpen} and person_id = ${me} and institution_id = ${mine} and ${mayWrite} and exists (
      select from client_issue i where i.room_id = room_update.room_id and i.client_id = room_update.client_id and i.person_id = ${me})`,
  )
}

/** As it was, and with it how far the institution is narrowed in the plan of the case (PL16). */
const rightsOf = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop function rights_of(text[], uuid[])`.execute(db)
  await sql`
    create function rights_of(in_keys text[], in_cases uuid[])
    returns table (place int, person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[], sections text[], narrowed_to text)
    language plpgsql volatile set search_path = plans, pg_temp as $$
    #variable_conflict use_column
    declare
      nth int;
    begin
      for nth in 1 .. coalesce(array_length(in_keys, 1), 0) loop
        perform set_config('mreza.session_key', in_keys[nth], true);
        return query
          select nth, s.person_id, s.institution_id, s.network_id, s.sector, s.roles, access.case_sections(in_cases[nth]),
            (select n.narrowed_to from narrowed_right n where n.case_id = in_cases[nth] and n.institution_id = s.institution_id)
          from access.subject() s;
      end loop;
      perform set_config('mreza.session_key', '', true);
    end $$`.execute(db)
  await sql`revoke all on function rights_of from public`.execute(db)
  await sql`grant execute on function rights_of to ${sql.id(runtime)}`.execute(db)
}

/** What stands beside the text: who leads, narrowed rights, requests for closed rooms, conversations. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await leadTables(db)
  await commentTables(db)
  await memberTable(db)
  await closeTables(db)
  await narrowUpdates(db)
  await openWriters(db)
  await rightsOf(db)
  await createIdempotency(db, 'plans', sql`caller = (select s.person_id::text from access.subject() s)`)
}
