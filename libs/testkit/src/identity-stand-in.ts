import { allow, type ServiceMigrations, servicesGroup } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const createTables = async (db: Kysely<unknown>) => {
  await sql`create table account (person_id uuid primary key, email text not null unique, display_name jsonb not null, disabled_at timestamptz)`.execute(
    db,
  )
  await sql`
    create table membership (
      id uuid primary key,
      person_id uuid not null references account,
      institution_id uuid not null,
      network_id uuid,
      sector text not null,
      roles text[] not null,
      valid_from timestamptz not null,
      valid_until timestamptz,
      ended_at timestamptz
    )`.execute(db)
  await sql`
    create table session (
      id uuid primary key,
      token_hash bytea not null unique,
      rotated_at timestamptz not null,
      database_key_hash bytea not null unique,
      membership_id uuid not null references membership,
      assurance text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      idle_until timestamptz not null,
      revoked_at timestamptz
    )`.execute(db)
  for (const table of ['account', 'membership', 'session']) await allow(db, table, [])
}

const createSubject = async (db: Kysely<unknown>) => {
  await sql`
    create function access.subject() returns table (person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[])
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select m.person_id, m.institution_id, m.network_id, m.sector, m.roles
      from identity.session s join identity.membership m on m.id = s.membership_id join identity.account a on a.person_id = m.person_id
      where s.database_key_hash = sha256(convert_to(current_setting('mreza.session_key', true), 'UTF8'))
        and s.revoked_at is null and a.disabled_at is null and now() < least(s.expires_at, s.idle_until)
        and m.ended_at is null and m.valid_from <= now() and (m.valid_until is null or now() < m.valid_until)
    $$`.execute(db)
  await sql`grant execute on function access.subject() to ${sql.id(servicesGroup)}`.execute(db)
}

/**
 * What a service's own tests need of identity: the columns that `testSession` fills, and `access.subject()` over them.
 * Services do not import each other, so the gateway's own migrations meet the others in the tests across services.
 * @example const db = await createTestDatabase([identityStandIn, notificationsMigrations])
 */
export const identityStandIn: ServiceMigrations = {
  schema: 'identity',
  roles: ['mreza_identity', 'mreza_identity_worker'],
  also: [{ schema: 'access', roles: [], open: true }],
  migrations: {
    '0001-stand-in': {
      up: async (db) => {
        await createTables(db)
        await createSubject(db)
      },
    },
  },
}
