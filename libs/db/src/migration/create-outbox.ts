import { type Kysely, sql } from 'kysely'
import { allow } from './allow.ts'

/** The NOTIFY channel on which a schema's relay is woken. */
export const outboxChannel = (schema: string): string => `mreza_outbox_${schema}`

/**
 * For migrations: the outbox of `schema`. The runtime role `mreza_<schema>` (or the named writers) may only add rows;
 * the worker role `mreza_<schema>_worker`, as which the relay runs, reads and marks them too.
 * @example await createOutbox(db, 'directory')
 */
export const createOutbox = async <T>(db: Kysely<T>, schema: string, writers: readonly string[] = [`mreza_${schema}`]): Promise<void> => {
  const worker = `mreza_${schema}_worker`
  await sql`
    create table outbox (
      id uuid primary key,
      position bigint generated always as identity,
      subject text not null,
      data jsonb not null,
      at timestamptz not null default now(),
      published_at timestamptz
    )`.execute(db)
  await sql`create index outbox_waiting on outbox (position) where published_at is null`.execute(db)
  await sql`create index outbox_at on outbox (at)`.execute(db)
  await sql`create table relay_state (only_row boolean primary key default true check (only_row), stream_made text not null, last_seq bigint not null)`.execute(
    db,
  )
  await allow(db, 'outbox', [
    ...writers.map((to) => ({ to, can: ['insert'] as const })),
    { to: worker, can: ['select', 'insert', 'update', 'delete'] },
  ])
  await allow(db, 'relay_state', [{ to: worker, can: ['select', 'insert', 'update'] }])
}
