import { type Kysely, sql } from 'kysely'

/** An institution in a case is looked for with each edit of its plan, and of hundreds of connections at once: by one index, not by two that are laid over each other. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create index participation_of_case on participation (case_id, institution_id) where ended_at is null`.execute(db)
}
