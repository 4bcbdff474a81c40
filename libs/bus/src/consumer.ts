import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { AckPolicy, type ConsumerMessages, DeliverPolicy, type JsMsg, type NatsConnection, nanos } from 'nats'
import { makeBell } from './bell.ts'
import { type BusLog, nameError } from './bus-log.ts'
import { forService, park } from './dead-letters.ts'
import type { Line } from './line.ts'
import type { Reaction } from './reaction.ts'
import type { Stoppable } from './stoppable.ts'
import { ensureStreams, eventStream } from './streams.ts'
import { Malformed, takeIn } from './take-in.ts'

export interface Taker {
  readonly service: string
  readonly db: Kysely<unknown>
  readonly schema: string
  readonly reactions: readonly Reaction[]
}

const maxTries = 5
const pauses = [100, 400, 1_000, 2_000]
const ackWait = 5_000

/**
 * One durable consumer per service over the whole stream, one message at a time: the order of events is kept also over
 * a crash, and old servers that know no subject lists will do. A consumer that is ahead of a cut stream is made anew.
 */
const ensureConsumer = async (connection: NatsConnection, service: string): Promise<void> => {
  const stream = await ensureStreams(connection)
  const { consumers } = await connection.jetstreamManager()
  const found = await consumers.info(eventStream, service).catch(() => undefined)
  if (found !== undefined && found.delivered.stream_seq > stream.state.last_seq) await consumers.delete(eventStream, service)
  await consumers.add(eventStream, {
    durable_name: service,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ackWait),
    max_ack_pending: 1,
    max_deliver: -1,
  })
}

const databaseIsThere = (db: Kysely<unknown>): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )

/** Takes messages in until it is stopped, whatever happens to the broker or the database meanwhile. */
export const startConsumer = (line: Line, log: BusLog, taker: Taker): Stoppable => {
  const { service, db, reactions } = taker
  const bell = makeBell()
  const forget = line.whenUp(() => bell.ring())
  const stopping = new AbortController()
  let open: ConsumerMessages | undefined

  const fail = async (connection: NatsConnection, message: JsMsg, error: unknown): Promise<void> => {
    const tries = message.info.redeliveryCount
    const reason = error instanceof Malformed ? 'malformed' : 'reaction-failed'
    if (reason === 'reaction-failed' && tries < maxTries) return message.nak(pauses[tries - 1] ?? ackWait)
    await park(connection, message, { service, reason, error: nameError(error), tries })
    message.ack()
    log.error('an event was parked', { service, subject: message.subject, seq: message.seq, reason, error: nameError(error) })
  }

  /** A database that is away is nobody's fault: the same message waits for it, uncounted. */
  const attempt = async (message: JsMsg, concerned: readonly Reaction[]): Promise<void> => {
    for (;;) {
      try {
        await takeIn(taker, concerned, message.data)
        return
      } catch (error) {
        if (error instanceof Malformed || stopping.signal.aborted || (await databaseIsThere(db))) throw error
        log.warn('the consumer waits for the database', { service })
        while (!stopping.signal.aborted && !(await databaseIsThere(db))) await sleep(500)
      }
    }
  }

  const take = async (connection: NatsConnection, message: JsMsg): Promise<void> => {
    const concerned = forService(message, service) ? reactions.filter((reaction) => reaction.event.subject === message.subject) : []
    if (concerned.length === 0) return message.ack()
    const heartbeat = setInterval(() => message.working(), ackWait / 3)
    try {
      await attempt(message, concerned)
      message.ack()
    } catch (error) {
      if (!stopping.signal.aborted) await fail(connection, message, error)
    } finally {
      clearInterval(heartbeat)
    }
  }

  const session = async (connection: NatsConnection): Promise<void> => {
    await ensureConsumer(connection, service)
    const consumer = await connection.jetstream().consumers.get(eventStream, service)
    while (!stopping.signal.aborted && line.current() === connection) {
      open = await consumer.fetch({ max_messages: 64, expires: 5_000 })
      for await (const message of open) {
        await take(connection, message)
        if (stopping.signal.aborted) break
      }
    }
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const connection = line.current()
      if (connection === undefined) await bell.wait(5_000)
      else
        await session(connection).catch(async (error: unknown) => {
          if (stopping.signal.aborted) return
          log.warn('the consumer connects again', { service, reason: nameError(error) })
          await bell.wait(500)
        })
    }
  }

  const done = run()
  return {
    stop: async () => {
      stopping.abort()
      bell.ring()
      forget()
      await open?.close()
      await done
    },
  }
}
