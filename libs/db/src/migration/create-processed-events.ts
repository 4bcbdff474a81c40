import { type Kysely, sql } from 'kysely'
import { allow } from './allow.ts'

/** For migrations: the inbox of `schema`, by which an event has its effect once however often it arrives (rule D21). Only the worker role uses it. */
export const createProcessedEvents = async <T>(db: Kysely<T>, schema: string): Promise<void> => {
  await sql`
    create table processed_event (
      consumer text not null,
      event_id uuid not null,
      at timestamptz not null default now(),
      primary key (consumer, event_id)
    )`.execute(db)
  await allow(db, 'processed_event', [{ to: `mreza_${schema}_worker`, can: ['select', 'insert', 'delete'] }])
}
