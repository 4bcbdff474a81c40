import type { Stoppable } from '@mreza/bus'
import type { Db } from '@mreza/db'
import type { IdentityTables } from './tables.ts'

const hour = 3_600_000
/** Ended sessions are kept for a day, so that an operator can still see that they were there. */
const keptFor = 24 * hour

const forget = async (db: Db<IdentityTables>, now: Date): Promise<void> => {
  await db
    .deleteFrom('session')
    .where('expires_at', '<', new Date(now.getTime() - keptFor).toISOString())
    .execute()
  await db
    .deleteFrom('sign_in_try')
    .where('at', '<', new Date(now.getTime() - hour).toISOString())
    .execute()
}

/** Deletes sessions that ended a day ago and old tries, once an hour; harmless when several gateways do it at once. */
export const forgetOldSessions = (db: Db<IdentityTables>, now: () => Date): Stoppable => {
  const timer = setInterval(() => void forget(db, now()).catch(() => undefined), hour)
  timer.unref()
  return { stop: async () => clearInterval(timer) }
}
