import { event } from '@mreza/contracts-kernel'
import { allow, asWorker, createOutbox, createProcessedEvents, type Db, type ServiceMigrations, type Trx } from '@mreza/db'
import { type Kysely, sql } from 'kysely'
import * as z from 'zod'
import { emit } from './emit.ts'
import { type Reaction, reaction } from './reaction.ts'

/** Something happened in the sender; the taker notes it. */
export const noted = event('mreza.sender.thing.noted.v1', z.strictObject({ number: z.int() }))

const service = (schema: string, up: (db: Kysely<unknown>) => Promise<void>): ServiceMigrations => ({
  schema,
  roles: [`mreza_${schema}`, `mreza_${schema}_worker`],
  migrations: { '0001-start': { up } },
})

export const sender = service('sender', (db) => createOutbox(db, 'sender'))
export const taker = service('taker', async (db) => {
  await createProcessedEvents(db, 'taker')
  await sql`create table effect (position bigint generated always as identity, number int not null)`.execute(db)
  await allow(db, 'effect', [{ to: 'mreza_taker_worker', can: ['select', 'insert'] }])
})

/** The sender's runtime role says that these numbers happened, in one transaction. */
export const say = (runtime: Db<unknown>, ...numbers: number[]): Promise<void> =>
  asWorker(runtime, async (trx) => {
    for (const number of numbers) await emit(trx, noted, { number })
  })

const note = async (trx: Trx<unknown>, number: number): Promise<void> => {
  await sql`insert into effect (number) values (${number})`.execute(trx)
}

/** The taker's reaction; `before` may throw. */
export const notes = (before: (number: number) => void = () => undefined): Reaction =>
  reaction(noted, async (trx, { data }) => {
    await note(trx, data.number)
    before(data.number)
  })

/** The numbers in the order in which they took effect. */
export const effects = async (admin: Kysely<unknown>): Promise<number[]> => {
  const { rows } = await sql<{ number: number }>`select number from taker.effect order by position`.execute(admin)
  return rows.map(({ number }) => number)
}
