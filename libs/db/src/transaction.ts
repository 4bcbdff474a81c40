import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Trx } from './executor.ts'

/** serialization_failure and deadlock_detected: the database asks for the whole transaction again. */
const again: ReadonlySet<unknown> = new Set(['40001', '40P01'])
const attempts = 5

const asksForAnotherTry = (error: unknown): boolean => again.has((error as { code?: unknown } | null)?.code)

/** Runs `work`, which is undone as a whole when it fails, again on a deadlock or a failed serialization; at most five times in all. */
export const againAfterDeadlock = async <R>(work: () => Promise<R>): Promise<R> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !asksForAnotherTry(error)) throw error
      await sleep(Math.random() * 20 * 2 ** attempt)
    }
  }
}

/**
 * Runs `work` in a transaction whose session key is `sessionKey` until it ends. On a deadlock or a failed
 * serialization the whole of `work` runs again, at most five times in all, so it must have no effect outside the database.
 */
export const inTransaction = <T, R>(db: Kysely<T>, sessionKey: string, work: (trx: Trx<T>) => Promise<R>): Promise<R> =>
  againAfterDeadlock(() =>
    db.transaction().execute(async (trx) => {
      await sql`select set_config('mreza.session_key', ${sessionKey}, true)`.execute(trx)
      return await work(trx)
    }),
  )
