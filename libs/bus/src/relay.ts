import { asWorker, listen, outboxChannel, type Trx } from '@mreza/db'
import { type Kysely, sql } from 'kysely'
import type { NatsConnection } from 'nats'
import { makeBell } from './bell.ts'
import { type BusLog, nameError } from './bus-log.ts'
import type { Line } from './line.ts'
import { publishInOrder, type WaitingEvent } from './publish-in-order.ts'
import { refillIfLost } from './refill-if-lost.ts'
import type { Stoppable } from './stoppable.ts'

const batch = 100
/** How long a relay sleeps when nothing rings: what a lost NOTIFY costs at most. */
const longestSleep = 5_000

/** Only one relay publishes a schema's events at a time, so that their order is kept; it is free again at commit. */
const takeTurn = async (trx: Trx<unknown>, schema: string): Promise<boolean> => {
  const { rows } = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`mreza.relay.${schema}`}, 0)) as mine`.execute(trx)
  return rows[0]?.mine === true
}

const waitingEvents = async (trx: Trx<unknown>, schema: string): Promise<readonly WaitingEvent[]> => {
  const { rows } = await sql<WaitingEvent>`
    select id, subject, data, at from ${sql.id(schema, 'outbox')}
    where published_at is null order by position limit ${batch} for update skip locked`.execute(trx)
  return rows
}

const markPublished = async (trx: Trx<unknown>, schema: string, ids: readonly string[], lastSeq: number): Promise<void> => {
  await sql`update ${sql.id(schema, 'outbox')} set published_at = clock_timestamp() where id = any(${ids}::uuid[])`.execute(trx)
  await sql`update ${sql.id(schema, 'relay_state')} set last_seq = ${lastSeq} where last_seq < ${lastSeq}`.execute(trx)
}

/** One batch. Says whether more may be waiting. */
const publishBatch = (db: Kysely<unknown>, schema: string, connection: NatsConnection): Promise<boolean> =>
  asWorker(db, async (trx) => {
    if (!(await takeTurn(trx, schema))) return false
    await refillIfLost(trx, schema, connection)
    const events = await waitingEvents(trx, schema)
    const { published, lastSeq, failure } = await publishInOrder(connection, events)
    if (published.length > 0) await markPublished(trx, schema, published, lastSeq)
    if (failure !== undefined && published.length === 0) throw failure
    return events.length === batch
  })

/**
 * Carries a schema's outbox to the broker: woken by NOTIFY at commit, by the line coming up, and every few seconds.
 * What the broker did not acknowledge stays waiting. Any number of relays may run.
 */
export const startRelay = (line: Line, log: BusLog, { db, schema }: { db: Kysely<unknown>; schema: string }): Stoppable => {
  const bell = makeBell()
  const listener = listen(db, outboxChannel(schema), () => bell.ring())
  const forget = line.whenUp(() => bell.ring())
  let stopping = false

  const publishAll = async (): Promise<void> => {
    for (let more = true; more && !stopping; ) {
      const connection = line.current()
      more = connection !== undefined && (await publishBatch(db, schema, connection))
    }
  }

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping; ) {
      try {
        await publishAll()
        failures = 0
        await bell.wait(longestSleep)
      } catch (error) {
        failures += 1
        log.warn('the relay waits and tries again', { schema, reason: nameError(error) })
        await bell.wait(Math.min(100 * 2 ** failures, longestSleep))
      }
    }
  }

  const done = run()
  return {
    stop: async () => {
      stopping = true
      bell.ring()
      forget()
      await Promise.all([listener.stop(), done])
    },
  }
}
