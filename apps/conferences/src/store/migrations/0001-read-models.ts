import { createAudit } from '@mreza/audit'
import { allow, createOutbox, createProcessedEvents } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const runtime = 'mreza_conferences'
const worker = 'mreza_conferences_worker'

/** What this service keeps of other contexts, from their events; and the outbox, the inbox and the audit log. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table network (id uuid primary key, slug text not null)`.execute(db)
  await sql`create table institution (id uuid primary key, network_id uuid, sector text not null)`.execute(db)
  await sql`
    create table member (
      membership_id uuid primary key,
      person_id uuid not null,
      institution_id uuid not null,
      network_id uuid,
      roles text[] not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`create index member_institution on member (institution_id)`.execute(db)
  await sql`
    create table procedure (
      agreement_id uuid primary key,
      network_id uuid not null,
      template_id text not null,
      title jsonb not null,
      procedure jsonb not null,
      conference_rule jsonb not null,
      information_rules jsonb not null,
      parties jsonb not null,
      in_force_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`create index procedure_network on procedure (network_id, in_force_at desc) where ended_at is null`.execute(db)
  for (const table of ['network', 'institution', 'member', 'procedure'])
    await allow(db, table, [
      { to: runtime, can: ['select'], rows: sql`exists (select from access.subject())` },
      { to: worker, can: ['select', 'insert', 'update'] },
    ])
  await createOutbox(db, 'conferences', [runtime, 'mreza_vault'])
  await createProcessedEvents(db, 'conferences')
  await createAudit(db, 'conferences', [runtime, 'mreza_vault'])
}
