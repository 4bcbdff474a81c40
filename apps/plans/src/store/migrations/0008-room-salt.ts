import { type Kysely, sql } from 'kysely'

/**
 * Each room has a random part of its own that goes into the hash of what it says (PL19), and is as closed as the room: who knows the
 * words of the other rooms cannot try a guess about this one against the hash of a version.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table room add column salt bytea not null check (octet_length(salt) = 32)
    default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())`.execute(db)
}
