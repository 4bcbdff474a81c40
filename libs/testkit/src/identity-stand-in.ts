import { allow, type ServiceMigrations, servicesGroup } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const createAccount = async (db: Kysely<unknown>) => {
  await sql`create table account (id uuid primary key, person_id uuid not null, email_hash bytea not null, active boolean not null)`.execute(
    db,
  )
  await allow(db, 'account', [])
}

const createSession = async (db: Kysely<unknown>) => {
  await sql`
    create table session (
      id uuid primary key,
      token_hash bytea not null,
      database_key_hash bytea not null unique,
      account_id uuid not null references account,
      person_id uuid not null,
      institution_id uuid not null,
      network_id uuid,
      sector text not null,
      roles text[] not null,
      assurance text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      absolute_expires_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db)
  await allow(db, 'session', [])
}

const createSubject = async (db: Kysely<unknown>) => {
  await sql`
    create function access.subject() returns table (person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[])
    language sql stable security definer set search_path = pg_catalog as $$
      select s.person_id, s.institution_id, s.network_id, s.sector, s.roles
      from identity.session s join identity.account a on a.id = s.account_id
      where s.database_key_hash = sha256(convert_to(current_setting('mreza.session_key', true), 'UTF8'))
        and s.revoked_at is null and a.active and now() < least(s.expires_at, s.absolute_expires_at)
    $$`.execute(db)
  await sql`grant execute on function access.subject() to ${sql.id(servicesGroup)}`.execute(db)
}

/**
 * What a service's own tests need of identity: sessions for `testSession` and `access.subject()` over them. Services do not
 * import each other, so the gateway's own migrations meet the others in the tests across services.
 * @example const db = await createTestDatabase([identityStandIn, notificationsMigrations])
 */
export const identityStandIn: ServiceMigrations = {
  schema: 'identity',
  roles: ['mreza_identity', 'mreza_identity_worker'],
  also: [{ schema: 'access', roles: [], open: true }],
  migrations: {
    '0001-stand-in': {
      up: async (db) => {
        await createAccount(db)
        await createSession(db)
        await createSubject(db)
      },
    },
  },
}
