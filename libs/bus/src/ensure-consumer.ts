import { AckPolicy, DeliverPolicy, type NatsConnection, nanos } from 'nats'
import { ensureStreams, eventStream } from './streams.ts'

/** How long the broker waits for a sign of life before it gives a message to another instance, in milliseconds. */
export const ackWait = 5_000

/**
 * One durable consumer per service over the whole stream, one message at a time: the order of events is kept also over
 * a crash, and old servers that know no subject lists will do. A consumer that is ahead of a cut stream is made anew.
 */
export const ensureConsumer = async (connection: NatsConnection, service: string): Promise<void> => {
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
