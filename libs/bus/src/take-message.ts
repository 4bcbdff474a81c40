import { setTimeout as sleep } from 'node:timers/promises'
import { Refused } from '@mreza/contracts-kernel'
import { type Kysely, sql } from 'kysely'
import type { JsMsg, NatsConnection } from 'nats'
import { type BusLog, nameError } from './bus-log.ts'
import { forService, park } from './dead-letters.ts'
import { ackWait } from './ensure-consumer.ts'
import type { Reaction } from './reaction.ts'
import { Malformed, takeIn } from './take-in.ts'

/** Who takes messages in, and until when. */
export interface Taker {
  readonly service: string
  /** The worker pool of the service. */
  readonly db: Kysely<unknown>
  readonly schema: string
  readonly reactions: readonly Reaction[]
  readonly log: BusLog
  readonly stopping: AbortSignal
}

const maxTries = 5
/** Before the second, third, fourth and fifth try, in milliseconds. */
const pauses = [100, 400, 1_000, 2_000]

const databaseIsThere = (db: Kysely<unknown>): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )

/** A reaction asked another service, which is away or starting. */
const serviceIsAway = (error: unknown): boolean => error instanceof Refused && error.code === 'service-unavailable'

const untilThere = async ({ db, stopping }: Taker): Promise<void> => {
  do await sleep(500)
  while (!stopping.aborted && !(await databaseIsThere(db)))
}

/** A database or another service that is away is nobody's fault: the same message waits for it, uncounted. */
const attempt = async (taker: Taker, message: JsMsg, concerned: readonly Reaction[]): Promise<void> => {
  const { db, stopping } = taker
  for (;;) {
    try {
      await takeIn(taker, concerned, message.data)
      return
    } catch (error) {
      const away = serviceIsAway(error) ? 'another service' : (await databaseIsThere(db)) ? null : 'the database'
      if (error instanceof Malformed || stopping.aborted || away === null) throw error
      taker.log.warn('the consumer waits', { service: taker.service, for: away })
      await untilThere(taker)
    }
  }
}

/** Asks for the message again after a pause, or puts it aside once nothing is to be hoped from another try. */
const fail = async (taker: Taker, connection: NatsConnection, message: JsMsg, error: unknown): Promise<void> => {
  const { service, log } = taker
  const tries = message.info.redeliveryCount
  const reason = error instanceof Malformed ? 'malformed' : 'reaction-failed'
  if (reason === 'reaction-failed' && tries < maxTries) return message.nak(pauses[tries - 1] ?? ackWait)
  await park(connection, message, { service, reason, error: nameError(error), tries })
  message.ack()
  log.error('an event was parked', { service, subject: message.subject, seq: message.seq, reason, error: nameError(error) })
}

/** Lets a service take one message in, and tells the broker how it went. */
export const takeMessage = async (taker: Taker, connection: NatsConnection, message: JsMsg): Promise<void> => {
  const wanted = forService(message, taker.service) ? taker.reactions : []
  const concerned = wanted.filter((reaction) => reaction.event.subject === message.subject)
  if (concerned.length === 0) return message.ack()
  const heartbeat = setInterval(() => message.working(), ackWait / 3)
  try {
    await attempt(taker, message, concerned)
    message.ack()
  } catch (error) {
    if (taker.stopping.aborted) message.nak()
    else await fail(taker, connection, message, error)
  } finally {
    clearInterval(heartbeat)
  }
}
