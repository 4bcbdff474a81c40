import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAdmin } from '@mreza/db'
import { readPlanContent } from '@mreza/plan-document'
import { type Kysely, sql } from 'kysely'
import * as Y from 'yjs'

interface Stored {
  readonly state: Buffer | null
  readonly tail: Buffer[] | null
}

/** Looks into the database of an installation past all of its services, as an operator can. */
export interface Stores {
  /** What the core of this case's plan says in PostgreSQL at this moment. */
  planOf(caseId: string): Promise<ReturnType<typeof readPlanContent>>
  close(): Promise<void>
}

const query = (db: Kysely<unknown>, caseId: string) =>
  sql<Stored>`
    select s.state, (select array_agg(u.update order by u.seq) from plans.room_update u where u.room_id = r.id and u.seq > coalesce(s.seq, 0)) as tail
    from plans.room r left join plans.room_snapshot s on s.room_id = r.id where r.case_id = ${caseId}::uuid and r.room = 'core'`.execute(db)

/** Opens the database of the installation that runs on this data. */
export function openStores(dataFolder: string): Stores {
  const running = JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as { servers: { databaseUrl: string } }
  const db = openAdmin(running.servers.databaseUrl)
  return {
    planOf: async (caseId) => {
      const [stored] = (await query(db, caseId)).rows
      const doc = new Y.Doc()
      for (const update of [...(stored?.state ? [stored.state] : []), ...(stored?.tail ?? [])]) Y.applyUpdate(doc, update)
      return readPlanContent(doc, 'core')
    },
    close: () => db.destroy(),
  }
}
