import { createAudit } from '@mreza/audit'
import { allow, createOutbox, createProcessedEvents } from '@mreza/db'
import { createIdempotency } from '@mreza/rpc'
import { type Kysely, sql } from 'kysely'

const runtime = 'mreza_directory'
const worker = 'mreza_directory_worker'

/** A coordinator edits the institutions of their network, a head their own (DI6). */
const mayEdit = sql<boolean>`institution_id in (
  select i.id from institution i, access.subject() s
  where ('coordinator' = any (s.roles) and i.network_id = s.network_id) or ('head' = any (s.roles) and i.id = s.institution_id))`
const byMyself = (column: string) => sql<boolean>`${mayEdit} and ${sql.ref(column)} = (select s.person_id from access.subject() s)`

const createNetworks = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table network (
      id uuid primary key,
      slug text not null unique,
      city jsonb not null,
      locative jsonb not null,
      facts jsonb not null,
      sources jsonb not null
    )`.execute(db)
  await sql`
    create table institution (
      id uuid primary key,
      slug text not null unique,
      network_id uuid references network (id),
      parent_id uuid references institution (id) deferrable initially deferred,
      position int not null,
      name jsonb not null,
      name_basis text,
      short_name jsonb not null,
      sector text not null,
      mention text,
      roles jsonb not null,
      facts jsonb not null,
      sources jsonb not null,
      search text not null
    )`.execute(db)
  await sql`create index institution_of_network on institution (network_id, position)`.execute(db)
}

const createFacts = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table service (
      id uuid primary key,
      slug text not null unique,
      network_id uuid references network (id),
      provider_id uuid references institution (id),
      position int not null,
      name jsonb not null,
      entry jsonb not null,
      search text not null
    )`.execute(db)
  await sql`
    create table agreement_record (
      id uuid primary key,
      slug text not null unique,
      network_id uuid references network (id),
      position int not null,
      parties jsonb not null,
      entry jsonb not null
    )`.execute(db)
  await sql`
    create table gap (
      network_id uuid not null references network (id),
      position int not null,
      text text not null,
      sources jsonb not null,
      primary key (network_id, position)
    )`.execute(db)
  await sql`
    create table import_fault (
      path text not null,
      position int not null,
      line int,
      reason text not null,
      found_at timestamptz not null,
      primary key (path, position)
    )`.execute(db)
}

const createPeople = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table person (
      id uuid primary key,
      demo_slug text unique,
      institution_id uuid not null references institution (id),
      display_name jsonb not null,
      job_title jsonb not null,
      is_head boolean not null,
      added_by uuid,
      added_at timestamptz not null,
      search text not null
    )`.execute(db)
  await sql`create index person_of_institution on person (institution_id)`.execute(db)
  await sql`
    create table contact (
      id uuid primary key,
      institution_id uuid not null references institution (id),
      kind text not null check (kind in ('telephone', 'mobile', 'email', 'address', 'web')),
      value text not null,
      note text,
      added_by uuid not null,
      verified_by uuid,
      verified_at timestamptz,
      check ((verified_by is null) = (verified_at is null))
    )`.execute(db)
  await sql`create index contact_of_institution on contact (institution_id)`.execute(db)
}

/** Search compares folded text by its trigrams (DI8). */
const createSearch = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create extension if not exists pg_trgm with schema directory`.execute(db)
  await sql`grant execute on all functions in schema directory to ${sql.id(runtime)}, ${sql.id(worker)}`.execute(db)
  for (const table of ['institution', 'service', 'person'])
    await sql`create index ${sql.id(`${table}_search`)} on ${sql.id(table)} using gin (search directory.gin_trgm_ops)`.execute(db)
}

/** Everyone signed in reads the directory (DI5), so its rows are open to the role; what is written is closed row by row. */
const closeTables = async (db: Kysely<unknown>): Promise<void> => {
  const loads = { to: worker, can: ['select', 'insert', 'update'] } as const
  const reads = { to: runtime, can: ['select'] } as const
  for (const table of ['network', 'institution']) await allow(db, table, [reads, loads])
  for (const table of ['service', 'agreement_record', 'gap', 'import_fault'])
    await allow(db, table, [reads, loads, { to: worker, can: ['delete'] }])
  await allow(db, 'person', [reads, { to: runtime, can: ['insert'], rows: byMyself('added_by') }, loads])
  await allow(db, 'contact', [
    reads,
    { to: runtime, can: ['insert'], rows: byMyself('added_by') },
    { to: runtime, can: ['update'], rows: mayEdit, after: byMyself('verified_by') },
    { to: worker, can: ['select'] },
  ])
  await sql`revoke update on contact from ${sql.id(runtime)}`.execute(db)
  await sql`grant update (verified_by, verified_at) on contact to ${sql.id(runtime)}`.execute(db)
}

export const directoryTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await createNetworks(db)
    await createFacts(db)
    await createPeople(db)
    await createSearch(db)
    await closeTables(db)
    await createOutbox(db, 'directory')
    await createProcessedEvents(db, 'directory')
    await createAudit(db, 'directory')
    await createIdempotency(db, 'directory', sql`caller = (select s.person_id::text from access.subject() s)`)
  },
}
