import { allow, createProcessedEvents } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const person = 'mreza_monitoring'
const worker = 'mreza_monitoring_worker'
const ofOwnNetwork = sql<boolean>`network_id = (select network_id from access.subject())`

const createTables = async (db: Kysely<unknown>) => {
  await sql`create table tracked_network (network_id uuid primary key, heard_at timestamptz not null)`.execute(db)
  await sql`
    create table tracked_agreement (
      network_id uuid not null,
      agreement_id uuid not null,
      sent_at timestamptz,
      in_force_at timestamptz,
      ended_at timestamptz,
      primary key (network_id, agreement_id)
    )`.execute(db)
  await sql`
    create table tracked_party (
      network_id uuid not null,
      agreement_id uuid not null,
      institution_id uuid not null,
      asked_at timestamptz,
      signed_at timestamptz,
      declined_at timestamptz,
      primary key (network_id, agreement_id, institution_id),
      foreign key (network_id, agreement_id) references tracked_agreement
    )`.execute(db)
  await sql`
    create table tracked_count (
      network_id uuid not null,
      year int not null,
      figure text not null,
      value int not null check (value > 0),
      primary key (network_id, year, figure)
    )`.execute(db)
}

/** What officials see of how their network works, each network under row-level security of its own (MO5). */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await createTables(db)
  for (const table of ['tracked_network', 'tracked_agreement', 'tracked_party', 'tracked_count']) {
    await allow(db, table, [
      { to: person, can: ['select'], rows: ofOwnNetwork },
      { to: worker, can: ['select', 'insert', 'update'] },
    ])
  }
  await createProcessedEvents(db, 'monitoring')
}
