import type { ConsumerMessages, NatsConnection } from 'nats'
import { makeBell } from './bell.ts'
import { nameError } from './bus-log.ts'
import { ensureConsumer } from './ensure-consumer.ts'
import type { Line } from './line.ts'
import type { Stoppable } from './stoppable.ts'
import { eventStream } from './streams.ts'
import { type Taker, takeMessage } from './take-message.ts'

/** Takes messages in until it is stopped, whatever happens to the broker or the database meanwhile. */
export const startConsumer = (line: Line, given: Omit<Taker, 'stopping'>): Stoppable => {
  const stopping = new AbortController()
  const taker: Taker = { ...given, stopping: stopping.signal }
  const bell = makeBell()
  /** Counts how often the line came up: after each time stream and consumer may be others. */
  let ups = 0
  let open: ConsumerMessages | undefined
  const forget = line.whenUp(() => {
    ups += 1
    bell.ring()
  })

  const session = async (connection: NatsConnection): Promise<void> => {
    const began = ups
    await ensureConsumer(connection, taker.service)
    const consumer = await connection.jetstream().consumers.get(eventStream, taker.service)
    while (!stopping.signal.aborted && ups === began) {
      open = await consumer.fetch({ max_messages: 64, expires: 5_000 })
      if (stopping.signal.aborted) open.stop()
      for await (const message of open) {
        await takeMessage(taker, connection, message)
        if (stopping.signal.aborted) break
      }
    }
  }

  const connectAgain = async (error: unknown): Promise<void> => {
    if (stopping.signal.aborted) return
    taker.log.warn('the consumer connects again', { service: taker.service, reason: nameError(error) })
    await bell.wait(500)
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const connection = line.current()
      await (connection === undefined ? bell.wait(5_000) : session(connection).catch(connectAgain))
    }
  }

  const done = run()
  return {
    stop: async () => {
      stopping.abort()
      bell.ring()
      forget()
      // Not `close()`: it waits for an iteration that `session` leaves as soon as it is told to stop.
      open?.stop()
      await done
    },
  }
}
