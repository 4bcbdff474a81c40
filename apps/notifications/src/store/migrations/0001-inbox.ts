import { allow, createProcessedEvents } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const person = 'mreza_notifications'
const worker = 'mreza_notifications_worker'
const own = sql<boolean>`person_id = (select person_id from access.subject())`

const createNotification = async (db: Kysely<unknown>) => {
  await sql`
    create table notification (
      id uuid primary key,
      person_id uuid not null,
      kind text not null,
      at timestamptz not null,
      read_at timestamptz,
      refs jsonb not null,
      event_id uuid not null,
      unique (person_id, event_id, kind)
    )`.execute(db)
  await sql`create index notification_newest on notification (person_id, id desc)`.execute(db)
  await sql`create index notification_unread on notification (person_id) where read_at is null`.execute(db)
  await allow(db, 'notification', [
    { to: person, can: ['select', 'update'], rows: own },
    { to: worker, can: ['select', 'insert', 'delete'] },
  ])
  // A reader changes one thing about a notification: that it was read (NO8).
  await sql`revoke update on notification from ${sql.id(person)}`.execute(db)
  await sql`grant update (read_at) on notification to ${sql.id(person)}`.execute(db)
}

const createAnnouncement = async (db: Kysely<unknown>) => {
  await sql`
    create table announcement (
      event_id uuid not null,
      kind text not null,
      at timestamptz not null,
      refs jsonb not null,
      audience jsonb not null,
      actor_id uuid,
      primary key (event_id, kind)
    )`.execute(db)
  await sql`create index announcement_at on announcement (at)`.execute(db)
  await allow(db, 'announcement', [{ to: worker, can: ['select', 'insert', 'delete'] }])
}

const createMembershipChange = async (db: Kysely<unknown>) => {
  await sql`
    create table membership_change (
      event_id uuid primary key,
      membership_id uuid not null,
      at timestamptz not null,
      person_id uuid not null,
      institution_id uuid not null,
      roles text[] not null,
      ended boolean not null
    )`.execute(db)
  await sql`create index membership_change_person on membership_change (person_id)`.execute(db)
  await sql`create index membership_change_institution on membership_change (institution_id)`.execute(db)
  await allow(db, 'membership_change', [{ to: worker, can: ['select', 'insert'] }])
}

/** Inboxes under row-level security (NO4), and what they are made from, which only reactions may see. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await createNotification(db)
  await createAnnouncement(db)
  await createMembershipChange(db)
  await createProcessedEvents(db, 'notifications')
}
