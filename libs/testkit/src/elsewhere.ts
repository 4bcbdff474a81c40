import { emit } from '@mreza/bus'
import type { EventContract, EventId } from '@mreza/contracts-kernel'
import { asWorker, createOutbox, type ServiceMigrations } from '@mreza/db'
import type * as z from 'zod'
import type { TestDatabase } from './test-database.ts'

const schema = 'elsewhere'

/** A service that makes events of any context happen, so that the reactions of another can be tested over the real bus. */
export const elsewhere: ServiceMigrations = {
  schema,
  roles: ['mreza_elsewhere', 'mreza_elsewhere_worker'],
  migrations: { '0001-outbox': { up: (db) => createOutbox(db, schema) } },
}

/**
 * Lets an event happen, in a committed transaction of its own, and gives its id. It travels once
 * `bus.relay({ db: db.pools('elsewhere').worker, schema: 'elsewhere' })` runs.
 */
export const happens = <E extends EventContract>(db: TestDatabase, event: E, data: z.input<E['data']>): Promise<EventId> =>
  asWorker(db.pools(schema).runtime, (trx) => emit(trx, event, data))
