import { type Kysely, type RawBuilder, sql } from 'kysely'

const coreOpen: RawBuilder<boolean> = sql`case_id = any ((select access.open_cases('core'))::uuid[])`
const me = sql`(select person_id from access.case_worker())`
const own: RawBuilder<boolean> = sql`(${coreOpen} and by = ${me})`
/** Rows of cases that the subject coordinates or leads (PL18), as 0005 says it. */
const led: RawBuilder<boolean> = sql`(${coreOpen} and ((select 'coordinator' = any (s.roles) from access.subject() s)
  or case_id in (select l.case_id from case_lead l where l.case_manager_id = ${me})))`

/**
 * Who asked for a room may take that back while nobody has answered (PL18). One policy says both, who may answer and who may take back, so
 * that without it nothing is let through; the columns that may move stay those of 0005.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table room_request drop constraint room_request_answer_check`.execute(db)
  await sql`alter table room_request add constraint room_request_answer_check check (answer in ('granted', 'declined', 'withdrawn'))`.execute(
    db,
  )
  const { rows: found } = await sql<{ name: string }>`
    select policyname as name from pg_policies where schemaname = current_schema() and tablename = 'room_request'
      and cmd = 'UPDATE' and roles = '{mreza_plans}'::name[]`.execute(db)
  const [policy] = found
  if (policy === undefined || found.length > 1) throw new Error('there is not one policy for answering requests')
  await sql`
    alter policy ${sql.id(policy.name)} on room_request using ((${led} or ${own}) and answer is null)
      with check ((${led} and answer = 'declined') or (${own} and answer = 'withdrawn'))`.execute(db)
}
