import { allow, type Migration } from '@mreza/db'
import { sql } from 'kysely'

const worker = 'mreza_identity_worker'

/** The job title that an invitation says, and what the reactions may read to put who accepted into the directory (ID20): no secret. */
export const identity0002: Migration = {
  up: async (db) => {
    await sql`alter table invitation add column job_title jsonb`.execute(db)
    await allow(db, 'invitation', [{ to: worker, can: ['select'] }])
    await sql`revoke select on invitation from ${sql.id(worker)}`.execute(db)
    await sql`grant select (person_id, institution_id, display_name, job_title, roles, accepted_at) on invitation to ${sql.id(worker)}`.execute(
      db,
    )
  },
}
