import { eventually } from '@mreza/testkit'
import { type Kysely, sql } from 'kysely'
import { expect } from 'vitest'
import type { World } from '../../../apps/plans/src/service-for-tests.ts'

/** The steps of a compaction at which it can be held, in their order, as the database sees them. */
export const compactionSteps = ['reading', 'snapshot begun', 'snapshot written', 'log begun', 'log dropped', 'committing'] as const
export type CompactionStep = (typeof compactionSteps)[number]

const triggers: readonly (readonly [CompactionStep, string])[] = [
  ['snapshot begun', 'trigger held_1 before insert or update on plans.room_snapshot for each row'],
  ['snapshot written', 'trigger held_2 after insert or update on plans.room_snapshot for each row'],
  ['log begun', 'trigger held_3 before delete on plans.room_update for each statement'],
  ['log dropped', 'trigger held_4 after delete on plans.room_update for each statement'],
  ['committing', 'constraint trigger held_5 after insert or update on plans.room_snapshot deferrable initially deferred for each row'],
]

/** Teaches a database to wait at each step for as long as somebody holds it. What is held costs nothing where there is no such trigger. */
export const learnToWait = async ({ database }: World): Promise<void> => {
  await sql`
    create function plans.wait_here() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(hashtextextended(tg_argv[0], 25));
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`.execute(database.admin)
  for (const [step, definition] of triggers)
    await sql`create ${sql.raw(definition)} execute function plans.wait_here(${sql.lit(step)})`.execute(database.admin)
}

/** Who waits for a lock that this connection has; their numbers. (What PostgreSQL tells of activity stays the same in a transaction.) */
const waiting = async (held: Kysely<unknown>): Promise<number[]> => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`.execute(held)
  return rows.map(({ pid }) => pid)
}

/** Holds a step, begins something that comes to it, and when it waits there does `then` to it; lets go, and waits until the waiting one is gone. */
export const holdAt = async (world: World, step: CompactionStep, begin: () => void, then: () => Promise<void>): Promise<void> => {
  const stuck = await world.database.admin.transaction().execute(async (trx) => {
    if (step === 'reading') await sql`lock table plans.room_snapshot in access exclusive mode`.execute(trx)
    else await sql`select pg_advisory_xact_lock(hashtextextended(${step}, 25))`.execute(trx)
    begin()
    const found = await eventually(async () => {
      const pids = await waiting(trx)
      expect(pids).not.toEqual([])
      return pids
    })
    await then()
    return found
  })
  await eventually(async () => {
    const { rows } = await sql`
      select from pg_stat_activity where pid = any (${stuck}::int[]) and state <> 'idle' and application_name = 'mreza_plans_worker'`.execute(
      world.database.admin,
    )
    expect(rows).toEqual([])
  })
}
