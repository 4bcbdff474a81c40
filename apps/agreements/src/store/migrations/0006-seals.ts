import { allow } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const worker = 'mreza_agreements_worker'

/** The texts are sealed by the service itself, not in the name of who sends them; nobody else adds one. */
export const seals = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`revoke insert on sealed_document from mreza_agreements`.execute(db)
    const policies = await sql<{ policyname: string }>`
      select policyname from pg_policies where schemaname = current_schema() and tablename = 'sealed_document' and cmd = 'INSERT'`.execute(
      db,
    )
    for (const { policyname } of policies.rows) await sql`drop policy ${sql.id(policyname)} on sealed_document`.execute(db)
    await allow(db, 'sealed_document', [{ to: worker, can: ['select', 'insert'] }])
    await sql`create index agreement_sent on agreement (sent_at) where sent_at is not null`.execute(db)
  },
}
