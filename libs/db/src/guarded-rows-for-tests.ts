import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { allow } from './migration/allow.ts'
import type { ServiceMigrations } from './service-migrations.ts'

/** A small copy of the way rows are guarded: a key, looked up by its hash inside the database, opens one owner's rows. */
export const guarded: ServiceMigrations = {
  schema: 'guarded',
  roles: ['mreza_guarded', 'mreza_guarded_worker'],
  also: [{ schema: 'guarded_access', roles: [], open: true }],
  migrations: {
    '0001-rows': {
      up: async (db) => {
        await sql`create table session (key_hash bytea primary key, owner text not null)`.execute(db)
        await allow(db, 'session', [])
        await sql`
          create function guarded_access.subject() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
            select owner from guarded.session where key_hash = sha256(convert_to(current_setting('mreza.session_key', true), 'UTF8'))
          $$`.execute(db)
        await sql`grant execute on function guarded_access.subject to mreza_guarded`.execute(db)
        await sql`create table secret (owner text not null, canary text not null)`.execute(db)
        const own = sql<boolean>`owner = guarded_access.subject()`
        await allow(db, 'secret', [
          { to: 'mreza_guarded', can: ['select', 'insert', 'update'], rows: own },
          { to: 'mreza_guarded_worker', can: ['select'] },
        ])
      },
    },
  },
}

export const keyOf = (owner: string): string => `key-${owner}-0123456789abcdef`

/** A session and one row for each owner; the row's canary is the owner's own. */
export const fill = async (admin: Kysely<unknown>, owners: readonly string[]): Promise<void> => {
  for (const owner of owners) {
    const hash = createHash('sha256').update(keyOf(owner)).digest()
    await sql`insert into guarded.session values (${hash}, ${owner})`.execute(admin)
    await sql`insert into guarded.secret values (${owner}, ${`canary-${owner}`})`.execute(admin)
  }
}
