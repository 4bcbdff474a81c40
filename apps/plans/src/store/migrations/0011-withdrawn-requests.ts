import { allow } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const coreOpen: RawBuilder<boolean> = sql`case_id = any ((select access.open_cases('core'))::uuid[])`
const own: RawBuilder<boolean> = sql`${coreOpen} and by = (select person_id from access.case_worker())`

/** Who asked for a room may take that back while nobody has answered (PL18); the columns that may move stay those of 0005. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table room_request drop constraint room_request_answer_check`.execute(db)
  await sql`alter table room_request add constraint room_request_answer_check check (answer in ('granted', 'declined', 'withdrawn'))`.execute(
    db,
  )
  await allow(db, 'room_request', [
    { to: 'mreza_plans', can: ['update'], rows: sql`${own} and answer is null`, after: sql`${own} and answer = 'withdrawn'` },
  ])
  await sql`revoke update on room_request from mreza_plans`.execute(db)
  await sql`grant update (answer, answered_at, answer_reason) on room_request to mreza_plans`.execute(db)
}
